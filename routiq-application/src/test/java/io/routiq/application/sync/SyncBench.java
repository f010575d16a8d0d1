package io.routiq.application.sync;

import io.routiq.application.FakeSealer;
import io.routiq.application.InMemoryTransactions;
import io.routiq.application.MutableClock;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings;
import io.routiq.application.connection.ConnectionSettings.DataType;
import io.routiq.application.connection.InMemoryConnections;
import io.routiq.application.patient.InMemoryPatients;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.practice.InMemoryWatermarks;
import io.routiq.application.practice.PracticeEndpoint;
import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeRecord.ClassRecord;
import io.routiq.application.practice.PracticeRecord.PatientRecord;
import io.routiq.application.practice.PracticeRecord.Slot;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.StreamRead;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncFailure.Cause;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import io.routiq.domain.sync.SyncTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One connected organization with everything that a run needs, in memory. */
final class SyncBench {

    static final OrganizationId ORG = new OrganizationId("org_bench");
    static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    static final Duration DAY = Duration.ofDays(1);

    final MutableClock clock = new MutableClock(NOW);
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryWatermarks watermarks = new InMemoryWatermarks(transactions);
    final InMemoryPracticeCopy copy = new InMemoryPracticeCopy(transactions, watermarks);
    final InMemorySyncRuns runs = new InMemorySyncRuns(transactions);
    final InMemorySyncCheckpoints checkpoints = new InMemorySyncCheckpoints(transactions);
    final InMemoryConnections connections = new InMemoryConnections(transactions);
    final FakePracticeSystem source = new FakePracticeSystem(transactions, clock);
    final FakeSealer sealer = new FakeSealer();
    final RunSync runSync = new RunSync(
            new SyncStore(transactions, runs, checkpoints, watermarks, copy, copy.quarantine(), copy.census()),
            connections,
            new InMemoryPatients(copy),
            source,
            sealer,
            clock);
    private int started;

    SyncBench() {
        Connection connection = new Connection(
                sealer.seal(ORG, "practice-credentials", FakePracticeSystem.KEY.secret()),
                new PracticeEndpoint("https://api.au9.practice.example.test/v1", "au9"),
                "1234",
                FakePracticeSystem.ACCOUNT,
                ConnectionSettings.DEFAULT,
                Connection.Status.CONNECTED,
                NOW,
                NOW,
                NOW);
        transactions.within(ORG, () -> connections.save(ORG, connection));
    }

    /** With a small practice: eight patients, of whom three are active, read three records a page. */
    static SyncBench withPractice() {
        SyncBench bench = new SyncBench();
        bench.source.pageSize(3);
        bench.source.holds(
                SyncStream.PATIENTS,
                IntStream.rangeClosed(1, 8).mapToObj(n -> patient("10" + n)).toList());
        bench.source.holds(
                SyncStream.APPOINTMENTS,
                List.of(
                        appointment("201", "101", NOW.minus(DAY.multipliedBy(400))),
                        appointment("202", "102", NOW.minus(DAY.multipliedBy(10))),
                        appointment("203", "103", NOW.plus(DAY)),
                        appointment("204", "102", NOW.plus(DAY.multipliedBy(9)))));
        bench.source.holds(SyncStream.GROUP_APPOINTMENTS, List.of(group("301", NOW.plus(DAY.multipliedBy(2)))));
        bench.source.holds(SyncStream.ATTENDEES, List.of(attendee("401", "301", "104"), attendee("402", "202", "102")));
        return bench;
    }

    SyncRunId start(SyncMode mode, SyncOption... options) {
        StartSync start = new StartSync(
                transactions,
                connections,
                runs,
                new InMemorySyncJobs(transactions),
                clock,
                () -> String.format("run%03d", started++));
        StartSync.Outcome outcome =
                start.start(ORG, new StartSync.Request(Optional.of(mode), Set.of(options), SyncTrigger.MANUAL));
        return ((StartSync.Outcome.Started) outcome).run().id();
    }

    RunSync.Outcome run(SyncMode mode) {
        return runSync.run(ORG, start(mode));
    }

    SyncRun find(SyncRunId id) {
        return transactions.within(ORG, () -> runs.find(ORG, id)).orElseThrow();
    }

    CancelSync cancel() {
        return new CancelSync(transactions, runs, checkpoints, clock);
    }

    Optional<Connection> connection() {
        return transactions.within(ORG, () -> connections.find(ORG));
    }

    Map<SyncStream, Watermark> watermarks() {
        return transactions.within(ORG, () -> watermarks.all(ORG));
    }

    Watermark watermark(SyncStream stream) {
        return Optional.ofNullable(watermarks().get(stream)).orElseThrow();
    }

    /** What the source says of a read without any script. */
    Answer<RecordPage> serve(StreamRead read) {
        return new Answer.Given<>(source.page(read), 1);
    }

    /** The same, or a refusal where {@code refused} is true. */
    Answer<RecordPage> serveUnless(boolean refused, Cause cause, StreamRead read) {
        if (refused) {
            throw new PracticeSystemException(SyncFailure.of(cause));
        }
        return serve(read);
    }

    /** What the run has still to read. */
    List<StreamRead> open(SyncRunId id) {
        return transactions.within(ORG, () -> checkpoints.open(ORG, id));
    }

    List<String> heldAttendees() {
        return transactions.within(ORG, () -> copy.all(ORG, AttendeeRecord.class)).stream()
                .map(AttendeeRecord::id)
                .toList();
    }

    /** Somebody changes the connection. */
    void connection(UnaryOperator<Connection> change) {
        transactions.within(
                ORG,
                () -> connections.save(ORG, change.apply(connections.find(ORG).orElseThrow())));
    }

    /** From now on the practice wants this read. */
    void wants(DataType... types) {
        ConnectionSettings all = ConnectionSettings.DEFAULT;
        connection(now -> now.with(
                new ConnectionSettings(
                        all.syncEnabled(), all.intervalMinutes(), all.defaultMode(), EnumSet.copyOf(List.of(types))),
                NOW));
    }

    Set<String> heldPatients() {
        return transactions.within(ORG, () -> copy.patients(ORG)).stream()
                .map(patient -> patient.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<Instant> startOf(String appointmentId) {
        return transactions.within(ORG, () -> copy.all(ORG, AppointmentRecord.class)).stream()
                .filter(appointment -> appointment.id().equals(appointmentId))
                .map(appointment -> appointment.slot().startsAt())
                .findFirst();
    }

    static PatientRecord patient(String id) {
        return new PatientRecord(new Patient(
                new PatientId(id),
                "Pat" + id,
                "Sample",
                null,
                null,
                null,
                null,
                NOW.minusSeconds(9_000_000),
                NOW.minusSeconds(8_000_000)));
    }

    static AppointmentRecord appointment(String id, @Nullable String patientId, Instant startsAt, Instant updatedAt) {
        return new AppointmentRecord(
                id, patientId, slot(startsAt), false, null, null, null, NOW.minusSeconds(9_000_000), updatedAt);
    }

    static AppointmentRecord appointment(String id, @Nullable String patientId, Instant startsAt) {
        return appointment(id, patientId, startsAt, NOW.minusSeconds(7_000_000));
    }

    static ClassRecord group(String id, Instant startsAt) {
        Instant known = NOW.minusSeconds(7_000_000);
        return new ClassRecord(id, slot(startsAt), null, null, known, known);
    }

    static AttendeeRecord attendee(String id, String classId, String patientId) {
        Instant known = NOW.minusSeconds(7_000_000);
        return new AttendeeRecord(id, classId, patientId, false, null, null, null, known, known);
    }

    private static Slot slot(Instant startsAt) {
        return new Slot(startsAt, startsAt.plusSeconds(1800), null, null, null, null);
    }
}
