package io.routiq.application.patient;

import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.CopyFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link PatientFilter#search} promises. */
public abstract class PatientSearchContract extends CopyFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe",
                "ZOË",
                "angstrom",
                "Zoe Angstrom",
                "ångström zoë",
                "ang zo",
                "  zoe ",
                "zoe@ex",
                "EXAMPLE.TEST",
                "+61491570156",
                "0491 570 156",
                "(04) 9157-0156",
                "61491570156",
                "491570156",
                "1001"
            })
    void findsAPatientByWhatPeopleType(String search) {
        assertThat(found(search)).containsExactly("1001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoe bond", "%", "_", "zo%", "\\", "10", "0491 570 157", "zoe@other", "'", "1001 zoe x"})
    void findsNobodyBySomethingElse(String search) {
        assertThat(found(search)).isEmpty();
    }

    @BeforeEach
    void storePeople() {
        store(
                patient("1001")
                        .named("Zoë", "Ångström")
                        .email("Zoe@Example.test")
                        .phone("+61491570156")
                        .record(),
                patient("1002").named("Bea", "Bond").record(),
                patient("1003").named(null, null).record());
    }

    private List<String> found(String search) {
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);
        return list(ours, query(SampleFilter.anybody().found(search).filter(), byName)).patients().stream()
                .map(summary -> summary.patient().id().value())
                .toList();
    }
}
