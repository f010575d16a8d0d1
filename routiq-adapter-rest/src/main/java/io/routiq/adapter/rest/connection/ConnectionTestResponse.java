package io.routiq.adapter.rest.connection;

import io.routiq.adapter.rest.http.Verdict;
import io.routiq.application.connection.CheckConnection;
import io.routiq.application.connection.Connection;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.ConnectionCheck.Reached;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What trying the stored key found. {@code success} in the answer is true for {@code connected} only. */
record ConnectionTestResponse(
        String code,
        String message,
        @Nullable String hint,
        @Nullable String apiUrl,
        @Nullable String shard,
        ConnectionResponse.@Nullable Account account,
        @Nullable String userRole,
        @Nullable String timeZone,
        @Nullable Long practitionersCount,
        @Nullable Long totalPatientsAvailable,
        @Nullable Long totalAppointmentsAvailable,
        @Nullable Permissions permissions,
        @Nullable Long latencyMs,
        @Nullable Instant testedAt)
        implements Verdict {

    /** What the key's user may read. */
    record Permissions(boolean patients, boolean appointments, boolean practitioners) {}

    private record Finding(
            String code, String message, @Nullable String hint) {}

    @Override
    public boolean succeeded() {
        return code.equals("connected");
    }

    static ConnectionTestResponse of(CheckConnection.Outcome outcome) {
        return switch (outcome) {
            case CheckConnection.Outcome.NotConfigured none ->
                of(
                        new Finding(
                                "not_configured",
                                "No Cliniko API key is configured for this organization",
                                "Configure one with POST /api/v1/cliniko/configure/{organization_id}."),
                        null,
                        null,
                        null);
            case CheckConnection.Outcome.Checked checked ->
                of(
                        finding(checked.check()),
                        checked.connection(),
                        checked.check() instanceof Reached reached ? reached : null,
                        checked.at());
        };
    }

    private static Finding finding(ConnectionCheck check) {
        return switch (check) {
            case Reached reached ->
                reached.isPermitted()
                        ? new Finding("connected", "Cliniko accepts the key", null)
                        : new Finding(
                                "not_permitted",
                                "Cliniko accepts the key, but its user may not read patients and appointments",
                                "Give the key's user a role in Cliniko that may read patients and appointments.");
            case ConnectionCheck.KeyRejected rejected ->
                new Finding(
                        "key_rejected",
                        "Cliniko does not accept the key",
                        "Create a new API key in Cliniko and configure it here.");
            case ConnectionCheck.RateLimited limited ->
                new Finding(
                        "rate_limited",
                        "Cliniko takes no more requests of this key for now",
                        "Try again after " + limited.resumeAt() + ".");
            case ConnectionCheck.Unreachable unreachable ->
                new Finding("unreachable", "Cliniko does not answer", "Try again in a few minutes.");
            case ConnectionCheck.UnexpectedAnswer unexpected ->
                new Finding(
                        "unexpected_answer",
                        "Something answered, but not as Cliniko does",
                        "Try again in a few minutes, and tell support if it stays.");
        };
    }

    private static ConnectionTestResponse of(
            Finding finding, @Nullable Connection connection, @Nullable Reached reached, @Nullable Instant testedAt) {
        return new ConnectionTestResponse(
                finding.code,
                finding.message,
                finding.hint,
                connection == null ? null : connection.endpoint().url(),
                connection == null ? null : connection.endpoint().region(),
                reached == null ? null : ConnectionResponse.Account.of(reached.account()),
                reached == null ? null : reached.userRole(),
                reached == null ? null : reached.timeZone(),
                reached == null ? null : reached.practitioners(),
                reached == null ? null : reached.patients(),
                reached == null ? null : reached.appointments(),
                reached == null
                        ? null
                        : new Permissions(
                                reached.patients() != null,
                                reached.appointments() != null,
                                reached.practitioners() != null),
                reached == null ? null : reached.latency().toMillis(),
                testedAt);
    }
}
