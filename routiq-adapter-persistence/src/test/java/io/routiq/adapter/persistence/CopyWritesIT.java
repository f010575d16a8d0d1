package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.routiq.application.Organizations;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeRecord.LocationRecord;
import io.routiq.application.practice.PracticeRecord.PractitionerRecord;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What storing does to rows that no port shows: which are touched at all, and what strange values become. */
class CopyWritesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");
    private static final List<String> COPY = List.of(
            "patient", "appointment", "group_appointment", "attendee", "appointment_type", "practitioner", "location");

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private final OrganizationId ours = Organizations.fresh();

    @Test
    void touchesNoRowThatDoesNotChange() {
        store(oneOfEach());
        Map<String, List<String>> before = versions();

        store(oneOfEach());

        assertThat(before)
                .hasSize(COPY.size())
                .allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void touchesNoOtherRowWhenOneChanges() {
        store(oneOfEach());
        Map<String, List<String>> before = versions();
        List<PracticeRecord> page = new ArrayList<>(oneOfEach());
        page.add(Samples.appointment("5003", "1002", NOW).version(1).record());

        store(page);

        Map<String, List<String>> after = versions();
        assertThat(after.get("appointment"))
                .containsAll(before.get("appointment"))
                .hasSize(3);
        assertThat(after.get("patient")).hasSize(2).doesNotContainSequence(before.get("patient"));
        after.keySet().removeAll(List.of("appointment", "patient"));
        before.keySet().removeAll(List.of("appointment", "patient"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void takesTheNewestWhereAPageNamesARecordTwice() {
        store(List.of(
                Samples.patient("1001").named("Newer", null).version(2).record(),
                Samples.patient("1001").named("Older", null).version(1).record()));

        assertThat(patients()).containsExactly(Map.entry("1001", "Newer"));
    }

    @Test
    void takesACorrectionOfTheSameVersion() {
        store(List.of(Samples.patient("1001").named("Alex", null).record()));
        store(List.of(Samples.patient("1001").named("Sascha", null).record()));

        assertThat(patients()).containsExactly(Map.entry("1001", "Sascha"));
    }

    @Test
    void storesStrangeTextAsItIs() {
        String strange = "{\"a\",NULL}\\ ' %_ 🩺 \n\t, ü";
        store(List.of(
                Samples.patient("1001").named(strange, "NULL").record(),
                Samples.patient("1002").named("", null).record(),
                Samples.patient("1003").named("x".repeat(100_000), null).record()));

        assertThat(patients())
                .containsEntry("1001", strange)
                .containsEntry("1002", "")
                .containsEntry("1003", "x".repeat(100_000));
    }

    @Test
    void storesWhatPostgresqlCannotHoldWithoutIt() {
        store(List.of(Samples.patient("1001").named("A\0lex", "\uD83E").record()));

        assertThat(patients()).containsExactly(Map.entry("1001", "Alex"));
    }

    @Test
    void storesALargePageInAHandfulOfStatements() {
        DATABASE.statements().forget();

        store(IntStream.range(0, 3000)
                .<PracticeRecord>mapToObj(
                        number -> Samples.appointment(String.valueOf(number), "1", NOW.plusSeconds(number))
                                .record())
                .toList());

        assertThat(DATABASE.statements().all()).hasSizeLessThan(8);
        assertThat(DATABASE.transactions()
                        .within(
                                ours,
                                () -> DATABASE.sql(ours)
                                        .fetchCount(APPOINTMENT, APPOINTMENT.ORGANIZATION_ID.eq(ours.value()))))
                .isEqualTo(3000);
    }

    private static List<PracticeRecord> oneOfEach() {
        return List.of(
                Samples.type("301", "Massage"),
                new PractitionerRecord("401", "Sam Sample", NOW),
                new LocationRecord("501", "Main Street", "Australia/Sydney", NOW),
                Samples.patient("1001").phone("+61491570156").record(),
                Samples.patient("1002").record(),
                Samples.appointment("5001", "1001", NOW).ofType("301").record(),
                Samples.appointment("5002", "1001", NOW.plusSeconds(9))
                        .cancelled()
                        .record(),
                Samples.groupClass("6001", NOW).record(),
                Samples.place("7001", "6001", "1001").record(),
                Samples.place("7002", "5001", "1001").record());
    }

    private void store(List<PracticeRecord> records) {
        DATABASE.transactions()
                .within(ours, () -> DATABASE.get(PracticeCopy.class).store(ours, records));
    }

    /** Where each row lies and which transactions wrote or locked it. */
    private Map<String, List<String>> versions() {
        return DATABASE.transactions()
                .within(ours, () -> COPY.stream().collect(Collectors.toMap(name -> name, this::versions)));
    }

    private List<String> versions(String name) {
        Table<?> rows = table(DSL.name(name));
        return DATABASE.sql(ours)
                .select(field("concat_ws(' ', ctid, xmin, xmax)", String.class))
                .from(rows)
                .where(field(DSL.name("organization_id"), String.class).eq(ours.value()))
                .fetch(0, String.class);
    }

    private Map<String, String> patients() {
        return DATABASE.transactions()
                .within(
                        ours,
                        () -> DATABASE.sql(ours)
                                .select(PATIENT.PATIENT_ID, PATIENT.FIRST_NAME)
                                .from(PATIENT)
                                .where(PATIENT.ORGANIZATION_ID.eq(ours.value()))
                                .fetchMap(PATIENT.PATIENT_ID, PATIENT.FIRST_NAME));
    }
}
