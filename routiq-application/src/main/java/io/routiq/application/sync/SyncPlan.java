package io.routiq.application.sync;

import io.routiq.application.practice.Selection;
import io.routiq.application.practice.Selection.ChangedSince;
import io.routiq.application.practice.Selection.Everything;
import io.routiq.application.practice.Selection.StartingFrom;
import io.routiq.application.practice.StreamRead;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncOrder;
import io.routiq.domain.sync.SyncProgress;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run reads, and what is known when it has read it. The same order and watermarks always give the same plan, so
 * a worker that takes over makes it again.
 *
 * <p>Per stream, what is held is <em>refreshed</em> by reading what changed since the watermark, and what is missing is
 * added by reading the window or everything. Two streams have no such read of their own, because others name their
 * records: patients of a window are read by the ids in its appointments, attendees by their classes.
 *
 * @param order what was asked for
 * @param streams what the practice wants read
 * @param known the watermarks before the run
 */
record SyncPlan(SyncOrder order, Set<SyncStream> streams, Map<SyncStream, Watermark> known) {

    /** Sources may date a change a little back; this much is read again. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** The first pages to read, in the order that is best for people who wait. */
    List<StreamRead> reads() {
        List<StreamRead> reads = new ArrayList<>();
        for (SyncStream stream : streams) {
            Optional<Selection> missing = missing(stream);
            missing.ifPresent(selection -> reads.add(StreamRead.first(stream, selection)));
            Watermark held = known.get(stream);
            if (held != null && !readsAll(stream)) {
                reads.add(StreamRead.first(stream, new ChangedSince(held.asOf().minus(OVERLAP))));
            }
        }
        return reads;
    }

    /** True if the run meets every record of the stream. */
    boolean readsAll(SyncStream stream) {
        return order.mode().readsEverything()
                || missing(stream).filter(Everything.class::isInstance).isPresent();
    }

    /** What has to be read because it is not held, or not trusted. */
    private Optional<Selection> missing(SyncStream stream) {
        if (isCovered(stream) && !(stream == SyncStream.GROUP_APPOINTMENTS && !isCovered(SyncStream.ATTENDEES))) {
            return Optional.empty();
        }
        return switch (stream) {
            case ATTENDEES -> Optional.empty();
            case APPOINTMENTS, GROUP_APPOINTMENTS ->
                Optional.of(order.mode() == SyncMode.ACTIVE ? new StartingFrom(windowFrom()) : new Everything());
            case PATIENTS ->
                order.mode() == SyncMode.ACTIVE && !order.has(SyncOption.FORCE_REFRESH)
                        ? Optional.empty()
                        : Optional.of(new Everything());
            case APPOINTMENT_TYPES, PRACTITIONERS, LOCATIONS -> Optional.of(new Everything());
        };
    }

    private boolean isCovered(SyncStream stream) {
        Watermark held = known.get(stream);
        if (held == null || order.has(SyncOption.FORCE_REFRESH)) {
            return false;
        }
        return switch (order.mode()) {
            case FULL, VERIFY -> false;
            case INCREMENTAL -> held.coversAll();
            case ACTIVE -> held.covers(windowFrom());
        };
    }

    /** From which start of visits on nothing is missing after the run, or null if nothing is missing at all. */
    private @Nullable Instant coverage(SyncStream stream) {
        Watermark held = known.get(stream);
        if (held != null && isCovered(stream)) {
            return held.coversFrom();
        }
        return order.mode() == SyncMode.ACTIVE && !readsAll(stream) ? windowFrom() : null;
    }

    /** By the instant of the order, not of the work, so that it stays the same when another worker goes on. */
    private Instant windowFrom() {
        return ActivityWindow.DEFAULT.from(order.requestedAt());
    }

    /** True if no run before this one has read what it asks for; who takes a run over finds what that has read so far. */
    boolean isFirstReading(SyncStream stream) {
        Watermark held = known.get(stream);
        return held == null || held.isOfSome();
    }

    /** True if nothing of the stream was held before the run. */
    boolean isNew(SyncStream stream) {
        return !known.containsKey(stream);
    }

    /**
     * The watermarks after all pages are stored: complete as of the run's first answers.
     *
     * @param refused streams that the practice system would not let us read; nothing is known of them
     */
    Map<SyncStream, Watermark> watermarks(SyncProgress progress, Set<SyncStream> refused) {
        Map<SyncStream, Watermark> reached = new EnumMap<>(SyncStream.class);
        Optional<Instant> asOf = progress.streams().values().stream()
                .flatMap(stream -> Optional.ofNullable(stream.asOf()).stream())
                .min(Instant::compareTo);
        asOf.ifPresent(instant -> streams.stream()
                .filter(stream -> !refused.contains(stream))
                .filter(stream -> stream != SyncStream.ATTENDEES || !refused.contains(SyncStream.GROUP_APPOINTMENTS))
                .forEach(stream -> reached.put(stream, new Watermark(instant, coverage(stream)))));
        return reached;
    }
}
