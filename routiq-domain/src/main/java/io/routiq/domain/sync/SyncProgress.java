package io.routiq.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is. A value: each method gives a new one, and neither {@link #percentage} nor {@link #step} ever falls.
 *
 * @param step what dominates now
 * @param percentage 0 to 100; 100 only in step {@link SyncStep#DONE}
 * @param streams what was read, by stream; a stream that is planned but has no answer yet is present and empty
 * @param activePatients active patients counted in step {@link SyncStep#ANALYSE}
 * @param requestsMade requests sent to the practice system
 * @param errors sentences for people about what was left aside, without personal data
 * @param alarm why what has vanished was not deleted, or null
 * @param resumeAt until when the run waits for the practice system's rate limit, or null
 * @param updatedAt when this was last true
 */
public record SyncProgress(
        SyncStep step,
        int percentage,
        Map<SyncStream, StreamProgress> streams,
        long activePatients,
        long requestsMade,
        List<String> errors,
        @Nullable DeletionAlarm alarm,
        @Nullable Instant resumeAt,
        Instant updatedAt) {

    /** More sentences than this say nothing new. */
    private static final int MOST_ERRORS = 20;

    public SyncProgress {
        streams = Map.copyOf(streams);
        errors = List.copyOf(errors);
    }

    /** A run that has not begun. */
    public static SyncProgress notStarted(Instant at) {
        return new SyncProgress(SyncStep.INITIALISE, 0, Map.of(), 0, 0, List.of(), null, null, at);
    }

    /** At the start of a step; an earlier step than the present one changes nothing but the time. */
    public SyncProgress enter(SyncStep next, Instant at) {
        SyncStep later = later(next);
        int reached = later == SyncStep.DONE ? 100 : Math.max(percentage, later.startPercentage());
        return new SyncProgress(later, reached, streams, activePatients, requestsMade, errors, alarm, null, at);
    }

    /** With streams that are going to be read. */
    public SyncProgress expecting(Collection<SyncStream> planned) {
        Map<SyncStream, StreamProgress> all = new EnumMap<>(SyncStream.class);
        planned.forEach(stream -> all.put(stream, StreamProgress.NONE));
        all.putAll(streams);
        return new SyncProgress(
                step, percentage, all, activePatients, requestsMade, errors, alarm, resumeAt, updatedAt);
    }

    /** With one stream moved on; the percentage follows the records fetched and expected, and the step the percentage. */
    public SyncProgress with(SyncStream stream, StreamProgress moved, long requests, Instant at) {
        Map<SyncStream, StreamProgress> all = new EnumMap<>(SyncStream.class);
        all.putAll(streams);
        all.put(stream, moved);
        int reached = Math.max(percentage, fetchPercentage(all));
        return new SyncProgress(
                later(stepAt(reached)), reached, all, activePatients, requestsMade + requests, errors, alarm, null, at);
    }

    /** With requests that were not for records. */
    public SyncProgress plusRequests(long requests) {
        return new SyncProgress(
                step, percentage, streams, activePatients, requestsMade + requests, errors, alarm, resumeAt, updatedAt);
    }

    /** With the number of active patients. */
    public SyncProgress withActivePatients(long count) {
        return new SyncProgress(step, percentage, streams, count, requestsMade, errors, alarm, resumeAt, updatedAt);
    }

    /** With one more sentence about something left aside; the same sentence is kept once. */
    public SyncProgress withError(String sentence) {
        if (errors.contains(sentence) || errors.size() >= MOST_ERRORS) {
            return this;
        }
        List<String> more = new ArrayList<>(errors);
        more.add(sentence);
        return new SyncProgress(
                step, percentage, streams, activePatients, requestsMade, more, alarm, resumeAt, updatedAt);
    }

    /** With the reason why what has vanished was not deleted; the first one stays. */
    public SyncProgress withAlarm(DeletionAlarm raised) {
        DeletionAlarm first = alarm == null ? raised : alarm;
        return new SyncProgress(
                step, percentage, streams, activePatients, requestsMade, errors, first, resumeAt, updatedAt);
    }

    /** With what a verification found of one stream. */
    public SyncProgress with(SyncStream stream, Differences found) {
        Map<SyncStream, StreamProgress> all = new EnumMap<>(SyncStream.class);
        all.putAll(streams);
        all.put(stream, stream(stream).with(found));
        return new SyncProgress(
                step, percentage, all, activePatients, requestsMade, errors, alarm, resumeAt, updatedAt);
    }

    /** Waiting for the practice system's rate limit until {@code resume}. */
    public SyncProgress waitingUntil(Instant resume, Instant at) {
        return new SyncProgress(step, percentage, streams, activePatients, requestsMade, errors, alarm, resume, at);
    }

    /** How far a stream is. */
    public StreamProgress stream(SyncStream stream) {
        return streams.getOrDefault(stream, StreamProgress.NONE);
    }

    /** Records read so far, over all streams. */
    public long fetched() {
        return streams.values().stream().mapToLong(StreamProgress::fetched).sum();
    }

    /** Records set aside so far, over all streams. */
    public long failed() {
        return streams.values().stream().mapToLong(StreamProgress::failed).sum();
    }

    /** What a verification found so far, over all streams. */
    public Differences differences() {
        return streams.values().stream().map(StreamProgress::differences).reduce(Differences.NONE, Differences::plus);
    }

    /** When the run will end if it goes on as it did since {@code startedAt}, or empty while nobody can say. */
    public Optional<Instant> estimatedCompletion(Instant startedAt) {
        double fraction = fetchFraction(streams);
        if (fraction <= 0) {
            return Optional.empty();
        }
        Duration elapsed = Duration.between(startedAt, updatedAt);
        long left = (long) (elapsed.toMillis() * (1 - fraction) / fraction);
        Instant estimate = updatedAt.plusMillis(left);
        return Optional.of(resumeAt != null && resumeAt.isAfter(estimate) ? resumeAt : estimate);
    }

    private SyncStep later(SyncStep other) {
        return other.compareTo(step) > 0 ? other : step;
    }

    private static int fetchPercentage(Map<SyncStream, StreamProgress> streams) {
        int start = SyncStep.FETCH_PATIENTS.startPercentage();
        int end = SyncStep.FETCH_PEOPLE_AND_TYPES.endPercentage();
        return start + (int) ((end - start) * fetchFraction(streams));
    }

    /** A stream whose size nobody knows yet holds back its share, so that small streams do not carry the whole. */
    private static double fetchFraction(Map<SyncStream, StreamProgress> streams) {
        long expected = 0;
        long fetched = 0;
        int known = 0;
        for (StreamProgress stream : streams.values()) {
            Long total = stream.total();
            if (total != null) {
                known++;
                expected += Math.max(total, stream.fetched());
                fetched += stream.fetched();
            }
        }
        double share = expected == 0 ? 1 : (double) fetched / expected;
        return known == 0 ? 0 : share * known / streams.size();
    }

    private static SyncStep stepAt(int percentage) {
        if (percentage < SyncStep.FETCH_PATIENTS.endPercentage()) {
            return SyncStep.FETCH_PATIENTS;
        }
        return percentage < SyncStep.FETCH_APPOINTMENTS.endPercentage()
                ? SyncStep.FETCH_APPOINTMENTS
                : SyncStep.FETCH_PEOPLE_AND_TYPES;
    }
}
