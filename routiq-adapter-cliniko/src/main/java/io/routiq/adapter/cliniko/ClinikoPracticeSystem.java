package io.routiq.adapter.cliniko;

import io.routiq.application.practice.Answer;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.Located;
import io.routiq.application.practice.PracticeAccess;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.RequestWindows;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import java.util.function.Function;

/** The port's side of the adapter: where aborted calls become the answers and failures that the port promises. */
final class ClinikoPracticeSystem implements PracticeSystem {

    private final ClinikoSettings settings;
    private final Conversation.Client client;
    private final Conversation.Persistence patient;
    private final KnownKeys keys;

    ClinikoPracticeSystem(ClinikoSettings settings, RequestWindows windows) {
        this.settings = settings;
        this.client = new Conversation.Client(new Transport(settings), settings);
        this.patient =
                Conversation.Persistence.Patient.startingWith(settings.times().firstPause());
        this.keys = new KnownKeys(settings, windows);
    }

    @Override
    public Located locate(OrganizationId organization, PracticeCredentials credentials) {
        return KeyShape.read(settings, credentials);
    }

    @Override
    public ConnectionCheck check(OrganizationId organization, PracticeCredentials credentials) {
        return switch (locate(organization, credentials)) {
            case Located.Malformed malformed -> new ConnectionCheck.KeyRejected();
            case Located.At at -> {
                var once = new Conversation(client, keys.get(at), new Conversation.Persistence.Once());
                yield new ConnectionProbe(once).check();
            }
        };
    }

    @Override
    public Answer<PracticeAccount> account(OrganizationId organization, PracticeCredentials credentials) {
        return answer(organization, credentials, conversation -> {
            conversation.findUser();
            return AccountReader.read(conversation);
        });
    }

    @Override
    public Answer<String> reader(OrganizationId organization, PracticeCredentials credentials) {
        return answer(organization, credentials, AccountReader::user);
    }

    @Override
    public Answer<RecordPage> read(OrganizationId organization, PracticeAccess access, StreamRead read) {
        Resource resource = Resource.of(read.stream());
        var records = new RecordReader(resource, access.account().country());
        return answer(
                organization,
                access.credentials(),
                conversation -> new StreamReader(
                                conversation,
                                resource,
                                records,
                                settings.sizes().pageRecords())
                        .read(read));
    }

    private <T> Answer<T> answer(
            OrganizationId organization, PracticeCredentials credentials, Function<Conversation, T> asking) {
        return switch (locate(organization, credentials)) {
            case Located.Malformed malformed ->
                throw new PracticeSystemException(SyncFailure.of(SyncFailure.Cause.CREDENTIALS_REJECTED));
            case Located.At at -> answer(new Conversation(client, keys.get(at), patient), asking);
        };
    }

    private static <T> Answer<T> answer(Conversation conversation, Function<Conversation, T> asking) {
        try {
            return new Answer.Given<>(asking.apply(conversation), conversation.requests());
        } catch (PutOff putOff) {
            return new Answer.NotBefore<>(putOff.until());
        } catch (Passing failure) {
            // An interrupt during the pause before a repetition ends it with the failure that it was for.
            throw new PracticeSystemException(
                    Thread.currentThread().isInterrupted()
                            ? SyncFailure.of(SyncFailure.Cause.CANCELLED)
                            : failure.failure());
        }
    }
}
