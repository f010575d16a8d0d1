package io.routiq.adapter.persistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.persistence.GeneratedPractice.Person;
import io.routiq.application.Organizations;
import io.routiq.application.patient.AppointmentTypes;
import io.routiq.application.patient.PatientFilter;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SampleFilter;
import io.routiq.application.patient.TypeStatistics;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Lists agree with themselves, whatever a practice looks like: parts with the whole, pages with the list, figures with both. */
class PatientListPropertyIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");

    private static @Nullable TestDatabase database;

    @BeforeContainer
    static void start() {
        database = new TestDatabase();
    }

    @AfterContainer
    static void stop() {
        open().close();
    }

    @Property(tries = 15)
    void statusesComeToTheWhole(
            @ForAll("practices") List<Person> people,
            @ForAll("windows") ActivityWindow window,
            @ForAll boolean archivedToo) {
        OrganizationId practice = stored(people);
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);

        List<String> parts = new ArrayList<>();
        for (ActivityStatus status : ActivityStatus.values()) {
            PatientFilter filter = filter(archivedToo).with(status).filter();
            PatientQuery.Page part = list(practice, new PatientQuery(window, filter, byName, 1, 200, Optional.empty()));
            assertThat(part.patients()).hasSize((int) part.totalCount());
            parts.addAll(ids(part));
        }

        PatientFilter all = filter(archivedToo).filter();
        assertThat(parts)
                .containsExactlyInAnyOrderElementsOf(
                        ids(list(practice, new PatientQuery(window, all, byName, 1, 200, Optional.empty()))));
    }

    @Property(tries = 15)
    void figuresOfTypesAreThoseOfTheirLists(
            @ForAll("practices") List<Person> people, @ForAll("windows") ActivityWindow window) {
        OrganizationId practice = stored(people);
        TypeStatistics statistics = open().transactions()
                .within(practice, () -> open().get(AppointmentTypes.class).statistics(practice, window, NOW));

        Set<String> seen = new HashSet<>();
        for (String name : GeneratedPractice.TYPES) {
            long listed = count(practice, window, filter(false).visiting(name));
            long figure = statistics.types().stream()
                    .filter(type -> type.name().strip().equalsIgnoreCase(name.strip()))
                    .peek(type -> seen.add(type.name()))
                    .mapToLong(TypeStatistics.Type::patients)
                    .sum();
            assertThat(figure).as(name).isEqualTo(listed);
        }
        assertThat(seen).hasSameSizeAs(statistics.types());
        assertThat(statistics.activePatients())
                .isEqualTo(count(practice, window, filter(false).active()));
    }

    @Property(tries = 20)
    void pagesComeToTheWholeList(
            @ForAll("practices") List<Person> people,
            @ForAll("windows") ActivityWindow window,
            @ForAll("sorts") PatientSort sort,
            @ForAll @IntRange(min = 1, max = 7) int limit,
            @ForAll boolean activeOnly) {
        OrganizationId practice = stored(people);
        PatientFilter filter =
                activeOnly ? filter(true).active().filter() : filter(true).filter();
        List<String> whole = ids(list(practice, new PatientQuery(window, filter, sort, 1, 200, Optional.empty())));

        List<String> byNumber = new ArrayList<>();
        for (int page = 1; page <= Math.ceilDiv(whole.size(), limit); page++) {
            byNumber.addAll(ids(list(practice, new PatientQuery(window, filter, sort, page, limit, Optional.empty()))));
        }

        assertThat(byNumber).isEqualTo(whole);
        assertThat(byCursor(practice, new PatientQuery(window, filter, sort, 1, limit, Optional.empty()), page -> {}))
                .isEqualTo(whole);
    }

    /**
     * A synchronisation stores new versions between the pages. Whoever it does not touch is listed once; in an order that
     * it does not touch either, nobody is listed twice.
     */
    @Property(tries = 20)
    void pagesByCursorHoldWhileRowsAreWritten(
            @ForAll("practices") List<Person> people,
            @ForAll("practices") List<Person> later,
            @ForAll("sorts") PatientSort sort,
            @ForAll @IntRange(min = 1, max = 5) int limit) {
        OrganizationId practice = stored(people);
        PatientFilter present = filter(false).filter();
        PatientQuery query = new PatientQuery(ActivityWindow.DEFAULT, present, sort, 1, limit, Optional.empty());
        List<String> before =
                ids(list(practice, new PatientQuery(query.window(), present, sort, 1, 200, query.after())));
        Set<String> touched = new HashSet<>();

        List<String> listed = byCursor(practice, query, page -> {
            int number = page * 3 % later.size();
            boolean isNew = page % 2 == 0;
            String id = isNew ? "new" + page : GeneratedPractice.id(number);
            touched.add(id);
            Person kept = isNew || number >= people.size() ? later.get(number) : people.get(number);
            Person changed = new Person(
                    kept.name(),
                    kept.created(),
                    later.get(number).archived(),
                    later.get(number).visits());
            store(practice, changed.records(id, NOW, page));
        });

        List<String> untouched =
                before.stream().filter(id -> !touched.contains(id)).toList();
        assertThat(listed).filteredOn(untouched::contains).isEqualTo(untouched);
        if (sort.key() == PatientSort.Key.NAME || sort.key() == PatientSort.Key.CREATED) {
            assertThat(listed).doesNotHaveDuplicates();
        }
    }

    /** What happens after a page was read, given its number. */
    private interface Meanwhile {
        void after(int page);
    }

    private static List<String> byCursor(OrganizationId practice, PatientQuery query, Meanwhile meanwhile) {
        List<String> listed = new ArrayList<>();
        Optional<Position> position = Optional.empty();
        int number = 0;
        do {
            number++;
            PatientQuery.Page page = list(
                    practice,
                    new PatientQuery(query.window(), query.filter(), query.sort(), 1, query.limit(), position));
            listed.addAll(ids(page));
            position = page.next();
            meanwhile.after(number);
        } while (position.isPresent());
        return listed;
    }

    @Provide
    Arbitrary<List<Person>> practices() {
        return GeneratedPractice.arbitrary();
    }

    @Provide
    Arbitrary<ActivityWindow> windows() {
        return Arbitraries.of(
                ActivityWindow.recent(1),
                ActivityWindow.DEFAULT,
                ActivityWindow.recent(365),
                new ActivityWindow(30, OptionalInt.of(7)));
    }

    @Provide
    Arbitrary<PatientSort> sorts() {
        return Combinators.combine(Arbitraries.of(PatientSort.Key.class), Arbitraries.of(true, false))
                .as(PatientSort::new);
    }

    private static OrganizationId stored(List<Person> people) {
        OrganizationId practice = Organizations.fresh();
        store(practice, GeneratedPractice.records(people, NOW));
        return practice;
    }

    private static void store(OrganizationId practice, List<PracticeRecord> records) {
        open().transactions().within(practice, () -> {
            open().get(PracticeCopy.class).store(practice, records);
            return practice;
        });
    }

    private static SampleFilter filter(boolean archivedToo) {
        return archivedToo ? SampleFilter.anybody() : SampleFilter.anybody().present();
    }

    private static long count(OrganizationId practice, ActivityWindow window, SampleFilter filter) {
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);
        return list(practice, new PatientQuery(window, filter.filter(), byName, 1, 1, Optional.empty()))
                .totalCount();
    }

    private static PatientQuery.Page list(OrganizationId practice, PatientQuery query) {
        return open().transactions()
                .within(practice, () -> open().get(Patients.class).list(practice, query, NOW));
    }

    private static List<String> ids(PatientQuery.Page page) {
        return page.patients().stream()
                .map(summary -> summary.patient().id().value())
                .toList();
    }

    private static TestDatabase open() {
        return requireNonNull(database);
    }
}
