package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.Samples;
import io.routiq.domain.patient.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    private static final Patient PATIENT = Samples.patient("1001")
            .named("Renée-Zoë", "O’Brien  ÅNGSTRÖM")
            .email("Renee.Zoe@Example.test")
            .phone("+61412345678")
            .patient();

    @Test
    void holdsNameAddressAndDigitsWithoutCaseAndAccents() {
        assertThat(SearchText.of(PATIENT)).isEqualTo("renee zoe obrien angstrom renee.zoe@example.test 61412345678");
    }

    @ParameterizedTest
    @CsvSource({
        "0412 345 678",
        "+61412345678",
        "345678",
        "+61 (0)412 345-678",
        "(0412) 345.678",
        "O'BRIEN zoe",
        "obrien",
        "renée-zoë",
        "  Ångström  ",
        "zoe@example",
    })
    void wantsOnlyWhatIsThereOfTermsThatFind(String term) {
        assertThat(SearchText.wanted(term)).isNotEmpty().allMatch(SearchText.of(PATIENT)::contains);
    }

    @ParameterizedTest
    @CsvSource({"0412 345 679", "zoe brian", "obrien@example", "%", "\\", "_"})
    void wantsSomethingElseOfTermsThatDoNot(String term) {
        assertThat(SearchText.wanted(term))
                .anyMatch(wanted -> !SearchText.of(PATIENT).contains(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "'", "-"})
    void wantsNothingOfTermsWithoutAnythingToFind(String term) {
        assertThat(SearchText.wanted(term)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Søren, soren",
        "ŁUKASZ, lukasz",
        "Strauß, strauss",
        "Bjørk-Ægir, bjork aegir",
        "Đorđe, dorde",
        "İpek, ipek",
        "Ｍａｒｉａ, maria",
        "'\u200Fمريم', مريم",
        "'Ma\u00ADria', maria",
    })
    void foldsWhatPeopleTypeWithoutSigns(String name, String folded) {
        assertThat(SearchText.sortName(Samples.patient("1004").named(name, null).patient()))
                .isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"maria, 5", "ma, 2", "x@ab.test, 4", "😀😀😀, 0", "مريم, 0", "61412345678, 11", "'', 0"})
    void knowsHowManyLettersStandTogether(String word, int expected) {
        assertThat(SearchText.lettersInARow(word)).isEqualTo(expected);
    }

    @Test
    void takesFewDigitsForAWord() {
        assertThat(SearchText.wanted("04")).containsExactly("04");
        assertThat(SearchText.wanted("0000")).containsExactly("0");
    }

    @Test
    void sortsByTheFoldedNameAndTheNamelessLast() {
        Patient nameless = Samples.patient("1002").named(null, " ").patient();

        assertThat(SearchText.sortName(PATIENT)).isEqualTo("renee zoe obrien angstrom");
        assertThat(SearchText.sortName(nameless)).isGreaterThan("\uD83E\uDE7A");
    }

    @Test
    void shortensNamesThatNoIndexHolds() {
        Patient longest = Samples.patient("1003").named("🩺".repeat(5000), "x").patient();

        assertThat(SearchText.sortName(longest)).isEqualTo("🩺".repeat(200));
    }

    @Test
    void comparesTypesWithoutCaseOnly() {
        assertThat(SearchText.typeKey("ÉTIREMENT "))
                .isEqualTo("étirement")
                .isNotEqualTo(SearchText.typeKey("etirement"));
    }
}
