package io.routiq.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever happens to a run, in whatever order. */
class SyncProgressPropertiesTest {

    private static final Instant START = Instant.parse("2026-03-01T10:20:30Z");

    /** Something that happens, named so that a failure can be read. */
    record Event(String name, UnaryOperator<SyncProgress> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Provide
    Arbitrary<Event> events() {
        Arbitrary<Event> pages = Combinators.combine(
                        Arbitraries.of(SyncStream.class),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.longs().between(0, 1000))
                .as((stream, fetched, expected) -> new Event(
                        "%d of %d more %s".formatted(fetched, expected, stream),
                        progress -> progress.with(
                                stream, progress.stream(stream).plus(fetched, 1, expected, START), 1, START)));
        Arbitrary<Event> steps = Arbitraries.of(SyncStep.class)
                .map(step -> new Event("enter " + step, progress -> progress.enter(step, START)));
        Arbitrary<Event> plans = Arbitraries.of(SyncStream.class)
                .set()
                .map(streams -> new Event("expect " + streams, progress -> progress.expecting(streams)));
        Arbitrary<Event> others = Arbitraries.of(
                new Event("error", progress -> progress.withError("sentence")),
                new Event("wait", progress -> progress.waitingUntil(START.plusSeconds(9), START)),
                new Event("requests", progress -> progress.plusRequests(2)),
                new Event("count", progress -> progress.withActivePatients(7)));
        return Arbitraries.oneOf(pages, pages, steps, plans, others);
    }

    @Property
    void neverFalls(@ForAll @Size(max = 30) List<@From("events") Event> events) {
        SyncProgress progress = SyncProgress.notStarted(START);
        for (Event event : events) {
            SyncProgress next = event.change().apply(progress);
            assertThat(next.percentage()).as(event.name()).isGreaterThanOrEqualTo(progress.percentage());
            assertThat(next.step()).as(event.name()).isGreaterThanOrEqualTo(progress.step());
            assertThat(next.fetched()).as(event.name()).isGreaterThanOrEqualTo(progress.fetched());
            progress = next;
        }
    }

    @Property
    void staysWithinItsStep(@ForAll @Size(max = 30) List<@From("events") Event> events) {
        SyncProgress progress = SyncProgress.notStarted(START);
        for (Event event : events) {
            progress = event.change().apply(progress);
            SyncStep step = progress.step();
            assertThat(progress.percentage()).as(event.name()).isBetween(step.startPercentage(), step.endPercentage());
            assertThat(progress.percentage() == 100).as("done").isEqualTo(step == SyncStep.DONE);
        }
    }

    @Property
    void estimatesNoEndBeforeTheLastSignOfLife(@ForAll @Size(max = 30) List<@From("events") Event> events) {
        SyncProgress progress = SyncProgress.notStarted(START).expecting(EnumSet.allOf(SyncStream.class));
        for (Event event : events) {
            progress = event.change().apply(progress);
        }

        Instant lastSign = progress.updatedAt();
        progress.estimatedCompletion(START.minusSeconds(60))
                .ifPresent(end -> assertThat(end).isAfterOrEqualTo(lastSign));
    }
}
