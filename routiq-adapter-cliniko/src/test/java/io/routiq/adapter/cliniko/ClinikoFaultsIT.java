package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.Fault;
import io.routiq.adapter.cliniko.simulator.FaultKind;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncFailure.Cause;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClinikoFaultsIT {

    private static final Selection ALL = new Selection.Everything();
    private static final StreamRead PATIENTS = StreamRead.first(SyncStream.PATIENTS, ALL);

    private final Bench bench = Bench.with(130, 200);

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STATUS", "REDIRECT", "HANG", "DRIP", "EMPTY_PAGE", "WRONG_TYPES"})
    void getsOverTroubleThatPasses(FaultKind kind) {
        bench.readPagesOf(20);
        bench.simulator.faults().add(Fault.of(kind).on("/patients").from(3).times(2));

        Bench.Copy copy = bench.read(PATIENTS);

        assertThat(Truth.of(copy.records())).isEqualTo(Truth.of(bench.clinic.practice(), SyncStream.PATIENTS));
        assertThat(copy.records()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOOPING_NEXT", "HOSTILE_NEXT", "WRONG_TOTAL", "OFFSET_TIMESTAMPS", "DUPLICATED_ROW"})
    void liveWithOddAnswersThatStay(FaultKind kind) {
        bench.readPagesOf(20);
        bench.simulator.faults().add(Fault.of(kind));

        Map<String, String> truth = Truth.of(bench.clinic.practice(), SyncStream.APPOINTMENTS);
        Map<String, String> copy =
                Truth.of(bench.read(SyncStream.APPOINTMENTS, ALL).latest().values());

        // The row that a duplicate pushes off the last page never comes.
        copy.forEach((id, line) -> assertThat(truth).containsEntry(id, line));
        assertThat(copy).hasSizeGreaterThanOrEqualTo(truth.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 3, PROVIDER_ERROR",
        "502, 5, PROVIDER_ERROR",
        "503, 5, PROVIDER_ERROR",
        "504, 5, PROVIDER_ERROR",
        "403, 1, PERMISSION_DENIED",
        "418, 1, UNEXPECTED_ANSWER",
        "422, 1, UNEXPECTED_ANSWER"
    })
    void repeatsEachStatusAsOftenAsItIsWorth(int status, int requests, Cause cause) {
        bench.simulator.faults().add(Fault.status(status));

        assertThat(failure().cause()).isEqualTo(cause);
        assertThat(bench.simulator.journal().count()).isEqualTo(requests);
    }

    @ParameterizedTest
    @CsvSource({
        "HTML, 3, UNEXPECTED_ANSWER",
        "WRONG_CONTENT_TYPE, 3, UNEXPECTED_ANSWER",
        "TRUNCATED_JSON, 3, UNEXPECTED_ANSWER",
        "BROKEN_GZIP, 3, UNEXPECTED_ANSWER",
        "CUT_SHORT, 5, PROVIDER_UNAVAILABLE",
        "RESPONSE_LOST, 5, PROVIDER_UNAVAILABLE",
        "REDIRECT, 1, UNEXPECTED_ANSWER"
    })
    void givesUpOnTroubleThatStays(FaultKind kind, int requests, Cause cause) {
        bench.simulator.faults().add(Fault.of(kind));

        assertThat(failure().cause()).isEqualTo(cause);
        assertThat(bench.simulator.journal().count()).isGreaterThanOrEqualTo(requests);
        assertThat(bench.simulator.journal().count()).isLessThanOrEqualTo(2L * requests);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG", "DRIP"})
    void doesNotWaitForSlowAnswers(FaultKind kind) {
        bench.cliniko = bench.adapter(settings -> settings.withTimes(new ClinikoSettings.Times(
                Duration.ofSeconds(2), Duration.ofMillis(150), Duration.ZERO, Duration.ofMillis(1))));
        bench.simulator.faults().add(Fault.of(kind).pausing(Duration.ofSeconds(20)));

        assertThat(failure().cause()).isEqualTo(Cause.PROVIDER_UNAVAILABLE);
    }

    @Test
    void saysWhenNobodyAnswers() {
        bench.simulator.close();

        assertThat(failure().cause()).isEqualTo(Cause.PROVIDER_UNAVAILABLE);
    }

    @Test
    void readsNoAnswerThatIsTooLarge() {
        bench.cliniko = bench.adapter(settings -> settings.withSizes(new ClinikoSettings.Sizes(5_000, 100)));

        assertThat(failure()).isEqualTo(new SyncFailure(Cause.UNEXPECTED_ANSWER, "the answer is too large"));
    }

    @Test
    void readsNoUncompressedAnswerThatIsTooLarge() {
        bench.simulator.switches().set(Switch.COMPRESSION, Choice.IGNORED);
        bench.cliniko = bench.adapter(settings -> settings.withSizes(new ClinikoSettings.Sizes(5_000, 100)));

        assertThat(failure()).isEqualTo(new SyncFailure(Cause.UNEXPECTED_ANSWER, "the answer is too large"));
    }

    @Test
    void setsAsideWhatItCannotUnderstand() {
        bench.simulator
                .faults()
                .add(Fault.of(FaultKind.WRONG_TYPES).on("/patients").times(1));

        Bench.Copy copy = bench.read(PATIENTS);

        assertThat(copy.records()).hasSize(129);
        assertThat(copy.rejected())
                .containsExactly(
                        new RejectedRecord(RejectedRecord.NO_ID, "The member id is missing or not as documented"));
    }

    @Test
    void refusesAnswersThatIgnoreItsFilters() {
        bench.simulator.faults().add(Fault.of(FaultKind.IGNORED_FILTER));
        var changes = new Selection.ChangedSince(Bench.NOW.minus(Duration.ofDays(2)));

        var failure = catchThrowableOfType(
                        PracticeSystemException.class, () -> bench.read(SyncStream.PATIENTS, changes))
                .failure();

        assertThat(failure)
                .isEqualTo(new SyncFailure(Cause.UNEXPECTED_ANSWER, "patients: filters or sorting are not honoured"));
    }

    @Test
    void believesNoEmptyPageThatPromisesRecords() {
        bench.simulator.faults().add(Fault.of(FaultKind.WRONG_TOTAL));
        var far = new Selection.StartingFrom(Bench.NOW.plus(Duration.ofDays(4000)));

        var failure = catchThrowableOfType(
                        PracticeSystemException.class, () -> bench.read(SyncStream.APPOINTMENTS, far))
                .failure();

        assertThat(failure).isEqualTo(new SyncFailure(Cause.INCOMPLETE_READ, "appointments"));
    }

    @Test
    void asksAgainWhereAPromisedPageIsEmpty() {
        bench.readPagesOf(20);
        bench.simulator
                .faults()
                .add(Fault.of(FaultKind.EMPTY_PAGE).on("/patients").from(4).times(2));

        assertThat(bench.read(PATIENTS).records()).hasSize(130);
    }

    @Test
    void countsTheRepetitionsAmongTheRequests() {
        bench.simulator.faults().add(Fault.status(502).times(2));

        Answer<RecordPage> answer =
                bench.cliniko.read(Bench.ORGANIZATION, bench.access(), StreamRead.first(SyncStream.LOCATIONS, ALL));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Given.class,
                        given -> assertThat(given.requests()).isEqualTo(3));
    }

    private SyncFailure failure() {
        return catchThrowableOfType(
                        PracticeSystemException.class,
                        () -> bench.cliniko.read(Bench.ORGANIZATION, bench.access(), PATIENTS))
                .failure();
    }
}
