package io.routiq.adapter.cliniko;

import io.routiq.adapter.cliniko.simulator.ClinikoSimulator;
import io.routiq.adapter.cliniko.simulator.SimulatedAccount;
import io.routiq.adapter.cliniko.simulator.SimulatedPractice;
import io.routiq.adapter.cliniko.simulator.SimulatorClock;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.InMemoryRequestWindows;
import io.routiq.application.practice.PracticeAccess;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.application.practice.RequestWindows;
import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A clinic in a simulator whose clock stands still, and the adapter to read it with. */
final class Bench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");
    static final OrganizationId ORGANIZATION = new OrganizationId("org_demo");
    static final ClinikoSettings.Times NO_WAITING = new ClinikoSettings.Times(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ZERO, Duration.ofMillis(1));

    final SimulatorClock clock = SimulatorClock.frozenAt(NOW);
    final ClinikoSimulator simulator = ClinikoSimulator.start(0, clock);
    final SimulatedAccount clinic = simulator.addAccount("Harbour Physio", "au2");
    final String key = clinic.issueKey();
    final RequestWindows windows = new InMemoryRequestWindows();
    PracticeSystem cliniko = adapter(settings -> settings);

    /** All that a read to its end gave. */
    record Copy(List<PracticeRecord> records, List<RejectedRecord> rejected, long expected, int pages) {

        /** What a store keeps of it: each record's latest version. */
        Map<String, PracticeRecord> latest() {
            Map<String, PracticeRecord> latest = new TreeMap<>();
            records.forEach(record -> latest.merge(
                    record.id(),
                    record,
                    (before, after) -> after.updatedAt().isBefore(before.updatedAt()) ? before : after));
            return latest;
        }
    }

    static Bench with(int patients, int appointments) {
        var bench = new Bench();
        SimulatedPractice.seed(bench.clinic, patients, appointments, 42, NOW);
        return bench;
    }

    /** Another process: knows nothing of what this one found out, but how much was asked. */
    PracticeSystem adapter(UnaryOperator<ClinikoSettings> change) {
        ClinikoSettings settings = ClinikoSettings.of(
                        new ClinikoSettings.Contact("Routiq", "support@routiq.example.test"), clock)
                .withEndpoint(simulator.address() + "/{shard}/v1")
                .withTimes(NO_WAITING);
        return Cliniko.practiceSystem(change.apply(settings), windows);
    }

    /** Reads so few records at once that a small clinic has many pages. */
    void readPagesOf(int records) {
        cliniko = adapter(settings -> settings.withSizes(new ClinikoSettings.Sizes(1 << 20, records)));
    }

    PracticeAccess access() {
        return new PracticeAccess(
                new PracticeCredentials(key), new PracticeAccount(Long.toString(clinic.id()), "Harbour Physio", "AU"));
    }

    RecordPage page(SyncStream stream, Selection selection, @Nullable String cursor) {
        return page(new StreamRead(stream, selection, cursor));
    }

    /** Moves the clock on where the rate limit says so. */
    RecordPage page(StreamRead read) {
        while (true) {
            switch (cliniko.read(ORGANIZATION, access(), read)) {
                case Answer.Given<RecordPage> given -> {
                    return given.value();
                }
                case Answer.NotBefore<RecordPage> wait -> clock.freezeAt(wait.instant());
            }
        }
    }

    Copy read(SyncStream stream, Selection selection) {
        return read(StreamRead.first(stream, selection));
    }

    /** Follows every cursor, and stores none of them in memory alone: what is resumed is their text. */
    Copy read(StreamRead start) {
        List<PracticeRecord> records = new ArrayList<>();
        List<RejectedRecord> rejected = new ArrayList<>();
        long expected = 0;
        int pages = 0;
        Deque<StreamRead> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            StreamRead read = open.removeFirst();
            RecordPage page = page(read);
            records.addAll(page.records());
            rejected.addAll(page.rejected());
            expected += page.expected();
            pages++;
            page.cursors().forEach(cursor -> open.addLast(read.at(cursor)));
        }
        return new Copy(records, rejected, expected, pages);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
