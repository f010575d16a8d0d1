package io.routiq.domain.sync;

import static io.routiq.domain.sync.SyncStream.APPOINTMENTS;
import static io.routiq.domain.sync.SyncStream.PATIENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SyncProgressTest {

    private static final Instant START = Instant.parse("2026-03-01T10:20:30Z");
    private static final SyncProgress NEW = SyncProgress.notStarted(START);

    @Test
    void sumsTheDifferencesOfAllStreams() {
        SyncProgress progress =
                NEW.with(PATIENTS, new Differences(1, 2, 3)).with(APPOINTMENTS, new Differences(10, 20, 30));

        assertThat(progress.differences()).isEqualTo(new Differences(11, 22, 33));
        assertThat(progress.stream(PATIENTS).plus(5, 0, 5, START).differences()).isEqualTo(new Differences(1, 2, 3));
    }

    @Test
    void keepsTheFirstAlarm() {
        SyncProgress progress = NEW.withAlarm(DeletionAlarm.TOO_MANY).withAlarm(DeletionAlarm.SHORT_READ);

        assertThat(progress.alarm()).isEqualTo(DeletionAlarm.TOO_MANY);
    }

    @Test
    void beginsWithNothing() {
        assertThat(NEW.step()).isEqualTo(SyncStep.INITIALISE);
        assertThat(NEW.percentage()).isZero();
        assertThat(NEW.streams()).isEmpty();
        assertThat(NEW.stream(PATIENTS)).isEqualTo(StreamProgress.NONE);
        assertThat(NEW.estimatedCompletion(START)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = SyncStep.class, mode = EnumSource.Mode.EXCLUDE, names = "DONE")
    void entersAStepAtItsStart(SyncStep step) {
        SyncProgress entered = NEW.enter(step, at(5));

        assertThat(entered.step()).isEqualTo(step);
        assertThat(entered.percentage()).isEqualTo(step.startPercentage());
        assertThat(entered.updatedAt()).isEqualTo(at(5));
    }

    @Test
    void isDoneWithTheLastStepOnly() {
        assertThat(NEW.enter(SyncStep.DONE, at(5)).percentage()).isEqualTo(100);
    }

    @Test
    void doesNotGoBackToAnEarlierStep() {
        SyncProgress stored = NEW.enter(SyncStep.STORE, at(1));

        SyncProgress again = stored.enter(SyncStep.CHECK_CREDENTIALS, at(2));

        assertThat(again.step()).isEqualTo(SyncStep.STORE);
        assertThat(again.percentage()).isEqualTo(75);
        assertThat(again.updatedAt()).isEqualTo(at(2));
    }

    @Test
    void doesNotGoBackToReadingWhenAPageComesLate() {
        SyncProgress done = NEW.enter(SyncStep.DONE, at(1));

        SyncProgress late = done.with(PATIENTS, read(1, 2), 1, at(2));

        assertThat(late.step()).isEqualTo(SyncStep.DONE);
        assertThat(late.percentage()).isEqualTo(100);
    }

    /** Of two streams: fetched and total of each, -1 while unknown. */
    @ParameterizedTest
    @CsvSource({
        "0, -1, 0, -1, 25, FETCH_PATIENTS",
        "0, 100, 0, -1, 25, FETCH_PATIENTS",
        "100, 100, 0, -1, 43, FETCH_APPOINTMENTS",
        "100, 100, 0, 100, 43, FETCH_APPOINTMENTS",
        "50, 100, 0, -1, 34, FETCH_PATIENTS",
        "50, 100, 0, 900, 34, FETCH_PATIENTS", // the second total is news that may not lower it
        "100, 100, 500, 900, 47, FETCH_APPOINTMENTS",
        "100, 100, 899, 900, 61, FETCH_PEOPLE_AND_TYPES",
        "100, 100, 900, 900, 62, FETCH_PEOPLE_AND_TYPES",
        "300, 100, 900, 900, 62, FETCH_PEOPLE_AND_TYPES",
        "0, 0, 0, 0, 62, FETCH_PEOPLE_AND_TYPES",
    })
    void movesWithTheRecordsFetchedAndExpected(
            long fetched, long total, long otherFetched, long otherTotal, int percentage, SyncStep step) {
        SyncProgress progress = NEW.expecting(List.of(PATIENTS, APPOINTMENTS))
                .with(PATIENTS, read(fetched, total), 1, at(1))
                .with(APPOINTMENTS, read(otherFetched, otherTotal), 1, at(2));

        assertThat(progress.percentage()).isEqualTo(percentage);
        assertThat(progress.step()).isEqualTo(step);
    }

    @Test
    void keepsItsPercentageWhenTheSourceAnnouncesMore() {
        SyncProgress half = NEW.expecting(List.of(PATIENTS)).with(PATIENTS, read(50, 100), 1, at(1));

        SyncProgress more = half.with(PATIENTS, read(51, 1000), 1, at(2));

        assertThat(more.percentage()).isEqualTo(half.percentage());
        assertThat(more.stream(PATIENTS).total()).isEqualTo(1000);
    }

    @Test
    void keepsWhatWasReadWhenStreamsArePlannedAgain() {
        SyncProgress begun = NEW.expecting(List.of(PATIENTS)).with(PATIENTS, read(50, 100), 1, at(1));

        SyncProgress again = begun.expecting(List.of(PATIENTS, APPOINTMENTS));

        assertThat(again.stream(PATIENTS)).isEqualTo(read(50, 100));
        assertThat(again.streams()).containsEntry(APPOINTMENTS, StreamProgress.NONE);
    }

    @Test
    void sumsOverStreams() {
        SyncProgress progress = NEW.with(PATIENTS, new StreamProgress(10, 20L, 1, Differences.NONE, START), 2, at(1))
                .with(APPOINTMENTS, new StreamProgress(30, 40L, 2, Differences.NONE, START), 3, at(2))
                .plusRequests(4);

        assertThat(progress.fetched()).isEqualTo(40);
        assertThat(progress.failed()).isEqualTo(3);
        assertThat(progress.requestsMade()).isEqualTo(9);
    }

    @Test
    void keepsASentenceOnce() {
        assertThat(NEW.withError("one").withError("two").withError("one").errors())
                .containsExactly("one", "two");
    }

    @Test
    void keepsTheFirstTwentySentences() {
        SyncProgress progress = NEW;
        for (int number = 1; number <= 25; number++) {
            progress = progress.withError("sentence " + number);
        }

        assertThat(progress.errors()).hasSize(20).startsWith("sentence 1").endsWith("sentence 20");
    }

    @Test
    void waitsUntilItGoesOn() {
        SyncProgress waiting = NEW.waitingUntil(at(60), at(1));

        assertThat(waiting.resumeAt()).isEqualTo(at(60));
        assertThat(waiting.with(PATIENTS, read(1, 2), 1, at(61)).resumeAt()).isNull();
        assertThat(waiting.enter(SyncStep.ANALYSE, at(61)).resumeAt()).isNull();
        assertThat(waiting.withError("one")
                        .plusRequests(1)
                        .withActivePatients(2)
                        .resumeAt())
                .isEqualTo(at(60));
    }

    @Test
    void expectsToGoOnAsItDid() {
        SyncProgress quarter = NEW.expecting(List.of(PATIENTS)).with(PATIENTS, read(25, 100), 1, at(10));

        assertThat(quarter.estimatedCompletion(START)).contains(at(40));
    }

    @Test
    void expectsToEndNotBeforeItMayGoOn() {
        SyncProgress waiting = NEW.expecting(List.of(PATIENTS))
                .with(PATIENTS, read(50, 100), 1, at(10))
                .waitingUntil(at(60), at(10));

        assertThat(waiting.estimatedCompletion(START)).contains(at(60));
    }

    @Test
    void cannotBeChangedFromOutside() {
        SyncProgress progress = NEW.expecting(List.of(PATIENTS)).withError("one");

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> progress.errors().add("two"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> progress.streams().clear());
    }

    @Test
    void countsPagesOfAStream() {
        StreamProgress two = StreamProgress.NONE.plus(100, 1, 250, at(1)).plus(99, 2, 0, at(2));

        assertThat(two).isEqualTo(new StreamProgress(199, 250L, 3, Differences.NONE, at(1)));
    }

    @Test
    void addsUpTheTotalsOfSeveralReadsOfAStream() {
        StreamProgress two = StreamProgress.NONE.plus(3, 0, 3, at(1)).plus(4, 0, 9, at(2));

        assertThat(two.total()).isEqualTo(12);
    }

    private static StreamProgress read(long fetched, long total) {
        return new StreamProgress(fetched, total < 0 ? null : total, 0, Differences.NONE, START);
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
