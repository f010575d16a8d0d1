package io.routiq.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.domain.sync.SyncFailure.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names and figures that the REST contract fixes. */
class CodesTest {

    @Test
    void listsTheFailuresOfTheContract() {
        assertThat(Cause.values())
                .extracting(Cause::code)
                .containsExactlyInAnyOrder(
                        "credentials_rejected",
                        "permission_denied",
                        "account_moved",
                        "rate_limited",
                        "provider_unavailable",
                        "provider_error",
                        "unexpected_answer",
                        "incomplete_read",
                        "storage_unavailable",
                        "worker_lost",
                        "cancelled",
                        "internal_error");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void tellsPeopleWhatHappenedAndWhatToDo(Cause cause) {
        SyncFailure failure = SyncFailure.of(cause);

        assertThat(failure.message()).matches("[A-Z][^.]+");
        assertThat(cause.hint()).matches("[A-Z].+\\.");
        assertThat(new SyncFailure(cause, "patients, page 2").message())
                .isEqualTo(failure.message() + " (patients, page 2)");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"CREDENTIALS_REJECTED", "PERMISSION_DENIED", "ACCOUNT_MOVED", "UNEXPECTED_ANSWER", "INTERNAL_ERROR"
            })
    void promisesNothingOfAnotherTryWhereSomebodyHasToActFirst(Cause cause) {
        assertThat(SyncFailure.of(cause).retryable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CREDENTIALS_REJECTED", "PERMISSION_DENIED", "ACCOUNT_MOVED", "UNEXPECTED_ANSWER", "INTERNAL_ERROR"
            })
    void promisesThatAnotherTryMayHelpElsewhere(Cause cause) {
        assertThat(SyncFailure.of(cause).retryable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"active, ACTIVE", "full, FULL", "incremental, INCREMENTAL"})
    void namesTheModes(String code, SyncMode mode) {
        assertThat(mode.code()).isEqualTo(code);
        assertThat(SyncMode.ofCode(code)).contains(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACTIVE", "active ", "everything"})
    void knowsNoOtherModes(String code) {
        assertThat(SyncMode.ofCode(code)).isEmpty();
    }

    @Test
    void namesTheTriggers() {
        assertThat(SyncTrigger.values()).extracting(SyncTrigger::code).containsExactly("manual", "scheduled");
    }

    @Test
    void namesTheStreams() {
        assertThat(SyncStream.values())
                .extracting(SyncStream::code)
                .containsExactly(
                        "patients",
                        "appointments",
                        "group_appointments",
                        "attendees",
                        "appointment_types",
                        "practitioners",
                        "locations");
    }

    @Test
    void cannotDoWithoutPatientsAndAppointments() {
        assertThat(SyncStream.values())
                .filteredOn(SyncStream::isEssential)
                .containsExactly(SyncStream.PATIENTS, SyncStream.APPOINTMENTS);
    }

    @Test
    void endsItsStepsWhereTheContractSays() {
        assertThat(SyncStep.values())
                .extracting(SyncStep::endPercentage)
                .containsExactly(12, 25, 37, 50, 62, 75, 87, 100);
        assertThat(SyncStep.values())
                .extracting(SyncStep::startPercentage)
                .containsExactly(0, 12, 25, 37, 50, 62, 75, 87);
        assertThat(SyncStep.values()).extracting(SyncStep::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(SyncStep.values()).extracting(SyncStep::sentence).doesNotHaveDuplicates();
    }
}
