package io.routiq.application.patient;

import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.CopyFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "570156",
                "zo",
                "an zo",
                "oe",
                "1001"
            })
    void findsAPatientByWhatPeopleType(String search) {
        assertThat(found(search)).containsExactly("1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zoe bond", "zo%", "10", "0491 570 157", "zoe@other", "'", "1001 zoe x", "zoe %", "q", "qq"})
    void findsNobodyBySomethingElse(String search) {
        assertThat(found(search)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "soren, 1004",
        "SØREN, 1004",
        "lukasz strauss, 1004",
        "Strauß, 1004",
        "مريم, 1005",
        "حداد مريم, 1005",
        "\u200Fمريم, 1005",
        "😀, 1006",
        "😀😀😀😀, 1006",
        "7%, 1007",
        "%, 1007",
        "_, 1007",
        "a_b, 1007",
        "\\, 1007",
        "c\\d, 1007",
        "\"Al\", 1007",
    })
    void findsNamesOfAnyScriptAndSign(String search, String id) {
        assertThat(found(search)).containsExactly(id);
    }

    @Test
    void findsAHundredSignsAndNotOneMore() {
        assertThat(found("😀".repeat(100))).containsExactly("1006");
        assertThat(found("😀".repeat(101))).isEmpty();
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
                patient("1003").named(null, null).record(),
                patient("1004").named("Søren Łukasz", "Strauß").record(),
                patient("1005").named("مريم", "حداد").record(),
                patient("1006").named("😀".repeat(100), null).record(),
                patient("1007").named("\"Al\" 7%", "a_b c\\d").record());
    }

    private List<String> found(String search) {
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);
        return list(ours, query(SampleFilter.anybody().found(search).filter(), byName)).patients().stream()
                .map(summary -> summary.patient().id().value())
                .toList();
    }
}
