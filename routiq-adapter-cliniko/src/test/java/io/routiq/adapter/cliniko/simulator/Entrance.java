package io.routiq.adapter.cliniko.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.routiq.adapter.cliniko.simulator.http.HttpRequest;
import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who may come in: the rules for {@code User-Agent} and {@code Authorization}. */
final class Entrance {

    private static final Pattern WITH_CONTACT = Pattern.compile("\\S.*\\(\\S+@\\S+\\.\\S+\\)");

    private final Keys keys;
    private final SimulatorSwitches switches;

    Entrance(Keys keys, SimulatorSwitches switches) {
        this.keys = keys;
        this.switches = switches;
    }

    /** Empty when the header is good enough. */
    Optional<HttpResponse> userAgentRefusal(HttpRequest request) {
        Optional<String> userAgent = request.header("user-agent").filter(text -> !text.isBlank());
        if (userAgent.isEmpty()) {
            return switch (switches.get(Switch.MISSING_USER_AGENT)) {
                case ACCEPTED -> Optional.empty();
                case FORBIDDEN -> Optional.of(Answers.message(403, "Requires a user agent"));
                default -> Optional.of(Answers.message(400, "Requires a user agent"));
            };
        }
        return switches.is(Switch.USER_AGENT_WITHOUT_CONTACT, Choice.REFUSED)
                        && !WITH_CONTACT.matcher(userAgent.get()).matches()
                ? Optional.of(Answers.message(400, "Requires a user agent with a contact"))
                : Optional.empty();
    }

    /** The same call with its caller, or a refusal. */
    Call authenticate(Call call) {
        Keys.Holder holder = call.request()
                .header("authorization")
                .flatMap(Entrance::userName)
                .flatMap(keys::find)
                .orElseThrow(() -> new Refusal(Answers.accessDenied()));
        SimulatedAccount account = holder.account();
        if (!account.shard().equals(call.shard())) {
            throw new Refusal(
                    switches.is(Switch.WRONG_SHARD, Choice.NOT_FOUND)
                            ? Answers.notFound(switches)
                            : Answers.accessDenied());
        }
        Store store = account.store();
        ReferenceRows.User user = store.locked(
                () -> store.users.find(holder.user()).orElseThrow(() -> new Refusal(Answers.accessDenied())));
        return call.by(new Call.Caller(account, user));
    }

    /** The part before the colon; the password is empty and never looked at. */
    private static Optional<String> userName(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), UTF_8);
            int colon = pair.indexOf(':');
            return Optional.of(colon < 0 ? pair : pair.substring(0, colon));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
