package io.routiq.application.patient;

import static io.routiq.application.practice.Samples.CREATED;
import static io.routiq.application.practice.Samples.appointment;
import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.application.practice.CopyFixture;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.domain.patient.ActivityWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Patients} promise of orders and pages. */
public abstract class PatientPagingContract extends CopyFixture {

    private static final PatientSort BY_NAME = new PatientSort(PatientSort.Key.NAME, false);

    /** Names, visits and creation put them into different orders; 1005 and 1006 lack what there is to lack. */
    @BeforeEach
    void storePatients() {
        store(
                patient("1001")
                        .named("Eva", "Ende")
                        .createdAt(CREATED.plusSeconds(3))
                        .record(),
                patient("1002")
                        .named("Dee", "Dorn")
                        .createdAt(CREATED.plusSeconds(4))
                        .record(),
                patient("1003")
                        .named("Ada", "Abel")
                        .createdAt(CREATED.plusSeconds(2))
                        .record(),
                patient("1004")
                        .named("Ada", "Abel")
                        .createdAt(CREATED.plusSeconds(4))
                        .record(),
                patient("1005")
                        .named(null, null)
                        .createdAt(CREATED.plusSeconds(1))
                        .record(),
                patient("1006")
                        .named(null, null)
                        .createdAt(CREATED.plusSeconds(9))
                        .record(),
                appointment("5001", "1001", hours(-5)).record(),
                appointment("5002", "1001", hours(9)).record(),
                appointment("5003", "1002", hours(-2)).record(),
                appointment("5004", "1003", hours(-5)).record(),
                appointment("5005", "1003", hours(1)).record(),
                appointment("5006", "1004", hours(2)).record(),
                appointment("5007", "1005", hours(-1)).cancelled().record());
    }

    /** The last digits of the ids in the order expected. */
    @ParameterizedTest
    @CsvSource({
        "NAME, false, 342156",
        "NAME, true, 123456",
        "LAST_APPOINTMENT, false, 132456",
        "LAST_APPOINTMENT, true, 213456",
        "NEXT_APPOINTMENT, false, 341256",
        "NEXT_APPOINTMENT, true, 143256",
        "CREATED, false, 531246",
        "CREATED, true, 624135",
        "LAST_ACTIVITY, false, 234156",
        "LAST_ACTIVITY, true, 143256",
    })
    void sortsWithTiesByIdAndThoseWithoutAValueLast(PatientSort.Key key, boolean descending, String expected) {
        PatientQuery.Page page = list(ours, query(ANYBODY, new PatientSort(key, descending)));

        assertThat(ids(page)).map(id -> id.substring(3)).isEqualTo(List.of(expected.split("")));
    }

    static Stream<PatientSort> sorts() {
        return Arrays.stream(PatientSort.Key.values())
                .flatMap(key -> Stream.of(new PatientSort(key, false), new PatientSort(key, true)));
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void pagesByNumberComeToTheWholeList(PatientSort sort) {
        List<String> whole = ids(list(ours, query(ANYBODY, sort)));

        for (int limit = 1; limit <= 7; limit++) {
            List<String> pages = new ArrayList<>();
            for (int number = 1; number <= 7; number++) {
                PatientQuery.Page page = list(ours, page(sort, number, limit));
                assertThat(page.totalCount()).isEqualTo(6);
                assertThat(page.next().isPresent()).isEqualTo(number * limit < 6);
                pages.addAll(ids(page));
            }
            assertThat(pages).as("limit %d", limit).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void pagesByPositionComeToTheWholeList(PatientSort sort) {
        List<String> whole = ids(list(ours, query(ANYBODY, sort)));

        for (int limit = 1; limit <= 7; limit++) {
            List<String> pages = new ArrayList<>();
            Optional<Position> position = Optional.empty();
            int number = 0;
            do {
                number++;
                PatientQuery.Page page = list(ours, after(sort, limit, position));
                assertThat(page.totalCount()).isEqualTo(6);
                pages.addAll(ids(page));
                position = page.next();
                assertThat(position.map(Position::page).orElse(number)).isEqualTo(number);
                assertThat(position.map(Position::evaluatedAt).orElse(NOW)).isEqualTo(NOW);
            } while (position.isPresent());
            assertThat(pages).as("limit %d", limit).isEqualTo(whole);
        }
    }

    @Test
    void givesAnEmptyPageBeyondTheEnd() {
        PatientQuery.Page page = list(ours, page(BY_NAME, 1_000_000, 200));

        assertThat(page).isEqualTo(new PatientQuery.Page(List.of(), 6, Optional.empty()));
    }

    @Test
    void goesOnBehindAPatientWhoHasLeftTheList() {
        PatientFilter present = SampleFilter.anybody().present().filter();
        PatientQuery first = new PatientQuery(ActivityWindow.DEFAULT, present, BY_NAME, 1, 3, Optional.empty());
        PatientQuery.Page firstPage = list(ours, first);
        store(archivedNow("1002", "Dee", "Dorn"), archivedNow("1004", "Ada", "Abel"));

        PatientQuery.Page secondPage =
                list(ours, new PatientQuery(ActivityWindow.DEFAULT, present, BY_NAME, 1, 3, firstPage.next()));

        assertThat(ids(firstPage)).containsExactly("1003", "1004", "1002");
        assertThat(ids(secondPage)).containsExactly("1001", "1005", "1006");
        assertThat(secondPage.totalCount()).isEqualTo(4);
    }

    @Test
    void looksAtTheInstantOfTheListingNotOfThePage() {
        PatientSort byNext = new PatientSort(PatientSort.Key.NEXT_APPOINTMENT, false);
        PatientQuery.Page first = list(ours, page(byNext, 1, 1));
        Position position = first.next().orElseThrow();

        PatientQuery.Page second = list(ours, after(byNext, 5, Optional.of(position)));

        assertThat(second.patients().getFirst().next()).isEqualTo(hours(2));
        assertThat(ids(second)).containsExactly("1004", "1001", "1002", "1005", "1006");
    }

    private static PracticeRecord archivedNow(String id, String first, String last) {
        return patient(id).named(first, last).archived().version(1).record();
    }

    private static PatientQuery page(PatientSort sort, int number, int limit) {
        return new PatientQuery(ActivityWindow.DEFAULT, ANYBODY, sort, number, limit, Optional.empty());
    }

    private static PatientQuery after(PatientSort sort, int limit, Optional<Position> position) {
        return new PatientQuery(ActivityWindow.DEFAULT, ANYBODY, sort, 1, limit, position);
    }

    private static List<String> ids(PatientQuery.Page page) {
        return page.patients().stream()
                .map(summary -> summary.patient().id().value())
                .toList();
    }
}
