package io.routiq.application;

import io.routiq.application.audit.InMemoryAuditTrail;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings;
import io.routiq.application.connection.InMemoryConnections;
import io.routiq.application.connection.InMemorySyncSchedule;
import io.routiq.application.connection.SampleConnections;
import io.routiq.application.patient.InMemoryPatientVisits;
import io.routiq.application.patient.InMemoryPatients;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.practice.InMemoryWatermarks;
import io.routiq.application.sync.InMemorySyncCheckpoints;
import io.routiq.application.sync.InMemorySyncJobs;
import io.routiq.application.sync.InMemorySyncRuns;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.function.Supplier;

/** Every port in memory, all within the same transactions and by the same clock. */
public record InMemoryPorts(
        MutableClock clock,
        InMemoryTransactions transactions,
        FakeSealer sealer,
        FakePracticeSystem practiceSystem,
        InMemoryConnections connections,
        InMemorySyncSchedule schedule,
        InMemoryWatermarks watermarks,
        InMemoryPracticeCopy copy,
        InMemoryPatients patients,
        InMemoryPatientVisits visits,
        InMemoryAuditTrail audit,
        InMemorySyncRuns runs,
        InMemorySyncCheckpoints checkpoints,
        InMemorySyncJobs jobs) {

    /** Empty ones, at an instant. */
    public static InMemoryPorts at(Instant now) {
        MutableClock clock = new MutableClock(now);
        InMemoryTransactions transactions = new InMemoryTransactions();
        InMemoryWatermarks watermarks = new InMemoryWatermarks(transactions);
        InMemoryPracticeCopy copy = new InMemoryPracticeCopy(transactions, watermarks);
        return new InMemoryPorts(
                clock,
                transactions,
                new FakeSealer(),
                new FakePracticeSystem(transactions, clock),
                new InMemoryConnections(transactions),
                new InMemorySyncSchedule(transactions),
                watermarks,
                copy,
                new InMemoryPatients(copy),
                new InMemoryPatientVisits(copy),
                new InMemoryAuditTrail(transactions),
                new InMemorySyncRuns(transactions),
                new InMemorySyncCheckpoints(transactions),
                new InMemorySyncJobs(transactions));
    }

    /** Work in a transaction of the organization. */
    public <T> T within(OrganizationId organization, Supplier<T> work) {
        return transactions.within(organization, work);
    }

    /** Configures the key of {@link FakePracticeSystem#KEY}, with its account, as it would be after a good check. */
    public Connection connect(OrganizationId organization, ConnectionSettings settings) {
        Connection connection = SampleConnections.connected(sealer, organization, settings, clock.instant());
        transactions.within(organization, () -> connections.save(organization, connection));
        return connection;
    }
}
