package io.routiq.adapter.cliniko;

import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeSystemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tries a key with as few requests as it takes to say what it opens. */
final class ConnectionProbe {

    private final Conversation conversation;

    ConnectionProbe(Conversation conversation) {
        this.conversation = conversation;
    }

    ConnectionCheck check() {
        try {
            return switch (conversation.ask(Conversation.USER)) {
                case Reply.Ok ok -> reached(ok.body());
                case Reply.NotUnderstood notUnderstood -> new ConnectionCheck.UnexpectedAnswer();
                // Every key may read its own user; one on the wrong shard is answered 401 or, perhaps, 404.
                case Reply.Denied denied -> new ConnectionCheck.KeyRejected();
            };
        } catch (PutOff putOff) {
            return new ConnectionCheck.RateLimited(putOff.until());
        } catch (Passing failure) {
            return switch (failure.kind()) {
                case NO_ANSWER, GATEWAY -> new ConnectionCheck.Unreachable();
                case SERVER_ERROR, GARBLED -> new ConnectionCheck.UnexpectedAnswer();
            };
        } catch (PracticeSystemException failure) {
            return switch (failure.failure().cause()) {
                case CREDENTIALS_REJECTED -> new ConnectionCheck.KeyRejected();
                case CANCELLED -> throw failure;
                default -> new ConnectionCheck.UnexpectedAnswer();
            };
        }
    }

    private ConnectionCheck reached(JsonNode user) {
        Duration latency = conversation.latestTook();
        PracticeAccount account = AccountReader.read(conversation);
        return new ConnectionCheck.Reached(
                account,
                text(user, "role"),
                text(user, "time_zone_identifier"),
                count(Resource.PATIENTS),
                count(Resource.INDIVIDUAL_APPOINTMENTS),
                count(Resource.PRACTITIONERS),
                latency);
    }

    private @Nullable Long count(Resource resource) {
        return switch (conversation.ask(resource.list().perPage(1))) {
            case Reply.Ok ok -> {
                Page page = Page.read(ok, resource);
                yield page.total().orElse(page.rows().size());
            }
            case Reply.NotUnderstood notUnderstood ->
                throw Denial.notUnderstood(resource.stream().code());
            case Reply.Denied denied -> null;
        };
    }

    private static @Nullable String text(JsonNode user, String member) {
        return user.path(member)
                .stringValueOpt()
                .filter(text -> !text.isBlank())
                .orElse(null);
    }
}
