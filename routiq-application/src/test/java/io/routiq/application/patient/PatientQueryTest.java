package io.routiq.application.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatientQueryTest {

    @Test
    void keepsPeopleOutOfWords() {
        PatientQuery query = new PatientQuery(
                ActivityWindow.DEFAULT,
                SampleFilter.anybody().found("avery@example.test").filter(),
                new PatientSort(PatientSort.Key.NAME, false),
                1,
                50,
                Optional.of(new Position(Instant.EPOCH, 1, "avery example", "1001")));

        assertThat(query.toString()).contains("1001", "NAME", "limit=50").doesNotContainIgnoringCase("avery");
    }
}
