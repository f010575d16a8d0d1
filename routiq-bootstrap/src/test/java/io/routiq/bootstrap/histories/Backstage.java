package io.routiq.bootstrap.histories;

import io.routiq.adapter.persistence.PersistenceConfiguration;
import io.routiq.adapter.persistence.PersistenceSettings;
import io.routiq.adapter.persistence.PostgresTestServer;
import io.routiq.application.Sealer;
import io.routiq.application.Transactions;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings;
import io.routiq.application.connection.Connections;
import io.routiq.application.patient.Patients;
import io.routiq.application.practice.Census;
import io.routiq.application.practice.Located;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.Quarantine;
import io.routiq.application.practice.Watermarks;
import io.routiq.application.sync.RunSync;
import io.routiq.application.sync.StartSync;
import io.routiq.application.sync.SyncCheckpoints;
import io.routiq.application.sync.SyncRuns;
import io.routiq.application.sync.SyncStore;
import io.routiq.bootstrap.security.TinkSealer;
import io.routiq.bootstrap.settings.Keysets;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncTrigger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The product's use cases on a real PostgreSQL, an organization for each history. */
final class Backstage implements AutoCloseable {

    private final PersistenceSettings database = PostgresTestServer.newDatabase();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Sealer sealer = new TinkSealer(Keysets.generate());
    private final AtomicInteger organizations = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();

    Backstage() {
        context.registerBean(PersistenceSettings.class, () -> database);
        context.register(PersistenceConfiguration.class);
        context.refresh();
    }

    Copy copy() throws SQLException {
        return new Copy(database);
    }

    /** A new organization that is connected with this key. */
    OrganizationId connect(PracticeSystem practiceSystem, String key, Instant now) {
        var organization = new OrganizationId("org_" + organizations.incrementAndGet());
        var credentials = new PracticeCredentials(key);
        if (!(practiceSystem.locate(organization, credentials) instanceof Located.At at)) {
            throw new IllegalStateException("Not a key");
        }
        Connection connection = new Connection(
                sealer.seal(organization, "practice-credentials", key),
                at.endpoint(),
                "mock",
                null,
                ConnectionSettings.DEFAULT,
                Connection.Status.UNCHECKED,
                null,
                now,
                now);
        transactions().within(organization, () -> connections().save(organization, connection));
        return organization;
    }

    /** Works on a run from start to end. */
    RunSync.Outcome run(
            OrganizationId organization,
            SyncMode mode,
            Set<SyncOption> options,
            PracticeSystem practiceSystem,
            UnaryOperator<PracticeCopy> copy,
            InstantSource clock) {
        var start = new StartSync(
                transactions(),
                connections(),
                context.getBean(SyncRuns.class),
                (whose, run) -> {},
                clock,
                () -> "%06d".formatted(runs.incrementAndGet() % 1_000_000));
        var request = new StartSync.Request(Optional.of(mode), options, SyncTrigger.MANUAL);
        if (!(start.start(organization, request) instanceof StartSync.Outcome.Started started)) {
            throw new IllegalStateException("No run was started");
        }
        var store = new SyncStore(
                transactions(),
                context.getBean(SyncRuns.class),
                context.getBean(SyncCheckpoints.class),
                context.getBean(Watermarks.class),
                copy.apply(context.getBean(PracticeCopy.class)),
                context.getBean(Quarantine.class),
                context.getBean(Census.class));
        return new RunSync(store, connections(), context.getBean(Patients.class), practiceSystem, sealer, clock)
                .run(organization, started.run().id());
    }

    /** What the latest run of an organization came to, for people. */
    String latestRun(OrganizationId organization) {
        var any = new SyncRuns.Filter(Optional.empty(), Optional.empty(), Optional.<SyncRunId>empty(), 1);
        return transactions()
                .within(organization, () -> context.getBean(SyncRuns.class).list(organization, any))
                .toString();
    }

    private Transactions transactions() {
        return context.getBean(Transactions.class);
    }

    private Connections connections() {
        return context.getBean(Connections.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
