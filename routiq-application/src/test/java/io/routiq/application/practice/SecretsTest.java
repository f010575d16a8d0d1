package io.routiq.application.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.Slot;
import io.routiq.domain.sync.SyncFailure;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What must not come into a log, whoever logs the value that holds it. */
class SecretsTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:20:30Z");

    @Test
    void keysArePrintedNowhere() {
        PracticeAccess access = new PracticeAccess(FakePracticeSystem.KEY, FakePracticeSystem.ACCOUNT);

        assertThat(access.toString()).doesNotContain(FakePracticeSystem.KEY.secret());
        assertThat(FakePracticeSystem.KEY).hasToString("PracticeCredentials[***]");
    }

    @Test
    void notesAndNamesOfPatientsArePrintedNowhere() {
        Slot slot = new Slot(AT, null, null, null, null, "made-up notes");
        AppointmentRecord appointment = new AppointmentRecord("5001", "1001", slot, false, null, null, null, AT, AT);
        PracticeRecord patient = Samples.patient("1001")
                .named("Ada", "Abel")
                .email("ada@example.test")
                .phone("+61491570156")
                .record();

        assertThat(appointment.toString()).contains("5001").doesNotContain("made-up");
        assertThat(patient.toString()).contains("1001").doesNotContain("Ada", "Abel", "ada@", "491570156");
    }

    @Test
    void failuresSayWhatIsSafeToTell() {
        SyncFailure failure = SyncFailure.of(SyncFailure.Cause.PROVIDER_ERROR);

        PracticeSystemException exception = new PracticeSystemException(failure);

        assertThat(exception).hasMessage(failure.message()).hasNoCause();
        assertThat(exception.failure()).isEqualTo(failure);
    }
}
