package io.routiq.application.connection;

import io.routiq.application.Sealer;
import io.routiq.application.Transactions;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.Located;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores a key, after trying it, and what the practice wants of the connection. Refused means: nothing is stored. */
public final class ConfigureConnection {

    private final Transactions transactions;
    private final Connections connections;
    private final PracticeSystem practiceSystem;
    private final PracticeCopy copy;
    private final Sealer sealer;
    private final SyncSchedule schedule;
    private final InstantSource clock;

    public ConfigureConnection(
            Transactions transactions,
            Connections connections,
            PracticeSystem practiceSystem,
            PracticeCopy copy,
            Sealer sealer,
            SyncSchedule schedule,
            InstantSource clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.practiceSystem = practiceSystem;
        this.copy = copy;
        this.sealer = sealer;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param credentials a new key, or empty to keep the stored one
     * @param settings makes the new settings from the present ones
     * @param validate true to try a new key before it is stored
     * @param replaceAccount true to accept a key of another account, and forget what was copied from the old one
     * @param expected what has to hold of the present connection for anything to be stored
     */
    public record Request(
            Optional<PracticeCredentials> credentials,
            UnaryOperator<ConnectionSettings> settings,
            boolean validate,
            boolean replaceAccount,
            Predicate<Optional<Connection>> expected) {

        /** Whatever the present connection is. */
        public Request(
                Optional<PracticeCredentials> credentials,
                UnaryOperator<ConnectionSettings> settings,
                boolean validate,
                boolean replaceAccount) {
            this(credentials, settings, validate, replaceAccount, present -> true);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Created(Connection connection) implements Outcome {}

        record Updated(Connection connection) implements Outcome {}

        /** There is no key yet and none was given. */
        record CredentialsMissing() implements Outcome {}

        /** {@code reason} is a sentence for people that does not repeat the key. */
        record CredentialsMalformed(String reason) implements Outcome {}

        record CredentialsRejected() implements Outcome {}

        /** The key opens another account than the stored one. */
        record AccountMismatch() implements Outcome {}

        /** The practice system could not be asked, so nobody knows whether the key is good. */
        record NotTried(ConnectionCheck check) implements Outcome {}

        /** The present connection is not what was expected. */
        record Unexpected() implements Outcome {}
    }

    public Outcome configure(OrganizationId organization, Request request) {
        return request.credentials()
                .map(key -> switch (practiceSystem.locate(organization, key)) {
                    case Located.Malformed malformed -> new Outcome.CredentialsMalformed(malformed.reason());
                    case Located.At at ->
                        request.validate()
                                ? storeIfGood(organization, request, at)
                                : store(organization, request, new NewKey(at, null, null));
                })
                .orElseGet(() -> keepKey(organization, request));
    }

    /** A key to be stored; the account and the instant are null while it was not tried. */
    private record NewKey(
            Located.At located,
            @Nullable PracticeAccount account,
            @Nullable Instant checkedAt) {}

    private Outcome storeIfGood(OrganizationId organization, Request request, Located.At key) {
        ConnectionCheck check = practiceSystem.check(organization, key.credentials());
        return switch (check) {
            case ConnectionCheck.Reached reached ->
                store(organization, request, new NewKey(key, reached.account(), clock.instant()));
            case ConnectionCheck.KeyRejected rejected -> new Outcome.CredentialsRejected();
            case ConnectionCheck.RateLimited limited -> new Outcome.NotTried(limited);
            case ConnectionCheck.Unreachable unreachable -> new Outcome.NotTried(unreachable);
            case ConnectionCheck.UnexpectedAnswer unexpected -> new Outcome.NotTried(unexpected);
        };
    }

    private Outcome store(OrganizationId organization, Request request, NewKey key) {
        return transactions.within(organization, () -> {
            Optional<Connection> present = connections.lock(organization);
            if (!request.expected().test(present)) {
                return new Outcome.Unexpected();
            }
            PracticeAccount known = present.map(Connection::account).orElse(null);
            PracticeAccount opened = key.account();
            boolean otherAccount =
                    known != null && opened != null && !known.id().equals(opened.id());
            if (otherAccount && !request.replaceAccount()) {
                return new Outcome.AccountMismatch();
            }
            // Nobody knows whose records an earlier connection left, and records of two practices must never mix.
            boolean anew = present.isEmpty() || otherAccount || (request.replaceAccount() && opened == null);
            if (anew) {
                copy.clear(organization);
            }
            PracticeAccount account = opened == null && !anew ? known : opened;
            Connection connection = connect(organization, request, key, present, account);
            save(organization, connection);
            return present.isPresent() ? new Outcome.Updated(connection) : new Outcome.Created(connection);
        });
    }

    private Connection connect(
            OrganizationId organization,
            Request request,
            NewKey key,
            Optional<Connection> present,
            @Nullable PracticeAccount account) {
        Instant now = clock.instant();
        ConnectionSettings settings = present.map(Connection::settings).orElse(ConnectionSettings.DEFAULT);
        return new Connection(
                Connection.seal(sealer, organization, key.located().credentials()),
                key.located().endpoint(),
                key.located().hint(),
                account,
                request.settings().apply(settings),
                key.checkedAt() == null ? Connection.Status.UNCHECKED : Connection.Status.CONNECTED,
                key.checkedAt(),
                present.map(Connection::createdAt).orElse(now),
                now);
    }

    private Outcome keepKey(OrganizationId organization, Request request) {
        return transactions.within(organization, () -> {
            Optional<Connection> present = connections.lock(organization);
            if (!request.expected().test(present)) {
                return new Outcome.Unexpected();
            }
            return present.map(connection -> change(organization, request, connection))
                    .orElseGet(Outcome.CredentialsMissing::new);
        });
    }

    private Outcome change(OrganizationId organization, Request request, Connection present) {
        Connection changed = present.with(request.settings().apply(present.settings()), clock.instant());
        save(organization, changed);
        return new Outcome.Updated(changed);
    }

    /** The first run is left to whoever configured the connection; after the interval runs come by themselves. */
    private void save(OrganizationId organization, Connection connection) {
        connections.save(organization, connection);
        ConnectionSettings settings = connection.settings();
        if (settings.syncEnabled()) {
            ZoneId zone = copy.timeZone(organization).orElse(ZoneOffset.UTC);
            Duration interval = Duration.ofMinutes(settings.intervalMinutes());
            schedule.plan(organization, new Timetable(organization, interval, zone).next(clock.instant()));
        } else {
            schedule.forget(organization);
        }
    }
}
