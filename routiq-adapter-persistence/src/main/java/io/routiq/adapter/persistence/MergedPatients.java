package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.MOVED_PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT_MERGE;
import static io.routiq.adapter.persistence.jooq.Tables.SURVIVING_PATIENT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeRecord.PatientRecord;
import io.routiq.domain.organization.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Keeps the table of merges in step with what patients say. */
final class MergedPatients {

    private MergedPatients() {}

    /** For whom a patient's visits counted, and for whom they count now; null for the patient themselves. */
    private record Change(
            String patient,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * Follows the merges that these records have brought or taken away; gives the ids of all whose visits that moves.
     *
     * @param changed ids of patients, or of others, whose rows have changed
     */
    static Set<String> follow(
            DSLContext sql, OrganizationId organization, Collection<PracticeRecord> records, Set<String> changed) {
        boolean brought = records.stream()
                .anyMatch(record -> changed.contains(record.id())
                        && record instanceof PatientRecord patient
                        && patient.patient().mergedInto() != null);
        return brought || anyMerged(sql, organization, changed) ? follow(sql, organization) : Set.of();
    }

    /** Follows all merges there are. */
    static Set<String> follow(DSLContext sql, OrganizationId organization) {
        List<Change> changes = changes(sql, organization);
        remove(sql, organization, changes);
        save(sql, organization, changes);
        Set<String> moved = changes.stream()
                .flatMap(change -> Stream.of(change.patient(), change.before(), change.after()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        remember(sql, organization, moved);
        return moved;
    }

    private static void remember(DSLContext sql, OrganizationId organization, Set<String> moved) {
        if (!moved.isEmpty()) {
            sql.insertInto(MOVED_PATIENT, MOVED_PATIENT.ORGANIZATION_ID, MOVED_PATIENT.PATIENT_ID)
                    .valuesOfRows(moved.stream()
                            .map(patient -> row(organization.value(), patient))
                            .toList())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** Somebody who was merged, or into whom others say that they were: also where a circle had kept both out of the table. */
    private static boolean anyMerged(DSLContext sql, OrganizationId organization, Set<String> ids) {
        String[] all = ids.toArray(String[]::new);
        return !ids.isEmpty()
                && (sql.fetchExists(
                                PATIENT_MERGE,
                                PATIENT_MERGE.ORGANIZATION_ID.eq(organization.value()),
                                PATIENT_MERGE.PATIENT_ID.eq(any(all)))
                        || sql.fetchExists(
                                PATIENT,
                                PATIENT.ORGANIZATION_ID.eq(organization.value()),
                                PATIENT.MERGED_INTO_ID.eq(any(all))));
    }

    private static List<Change> changes(DSLContext sql, OrganizationId organization) {
        Map<String, String> held = sql.select(PATIENT_MERGE.PATIENT_ID, PATIENT_MERGE.SURVIVOR_ID)
                .from(PATIENT_MERGE)
                .where(PATIENT_MERGE.ORGANIZATION_ID.eq(organization.value()))
                .fetchMap(PATIENT_MERGE.PATIENT_ID, PATIENT_MERGE.SURVIVOR_ID);
        Map<String, String> said = sql.select(SURVIVING_PATIENT.PATIENT_ID, SURVIVING_PATIENT.SURVIVOR_ID)
                .from(SURVIVING_PATIENT)
                .where(SURVIVING_PATIENT.ORGANIZATION_ID.eq(organization.value()))
                .fetchMap(SURVIVING_PATIENT.PATIENT_ID, SURVIVING_PATIENT.SURVIVOR_ID);
        return Stream.concat(held.keySet().stream(), said.keySet().stream())
                .distinct()
                .filter(patient -> !Objects.equals(held.get(patient), said.get(patient)))
                .map(patient -> new Change(patient, held.get(patient), said.get(patient)))
                .toList();
    }

    private static void remove(DSLContext sql, OrganizationId organization, List<Change> changes) {
        String[] undone = changes.stream()
                .filter(change -> change.after() == null)
                .map(Change::patient)
                .toArray(String[]::new);
        if (undone.length > 0) {
            sql.deleteFrom(PATIENT_MERGE)
                    .where(PATIENT_MERGE.ORGANIZATION_ID.eq(organization.value()))
                    .and(PATIENT_MERGE.PATIENT_ID.eq(any(undone)))
                    .execute();
        }
    }

    private static void save(DSLContext sql, OrganizationId organization, List<Change> changes) {
        var rows = changes.stream()
                .filter(change -> change.after() != null)
                .map(change -> row(organization.value(), change.patient(), change.after()))
                .toList();
        if (!rows.isEmpty()) {
            sql.insertInto(
                            PATIENT_MERGE,
                            PATIENT_MERGE.ORGANIZATION_ID,
                            PATIENT_MERGE.PATIENT_ID,
                            PATIENT_MERGE.SURVIVOR_ID)
                    .valuesOfRows(rows)
                    .onConflict(PATIENT_MERGE.ORGANIZATION_ID, PATIENT_MERGE.PATIENT_ID)
                    .doUpdate()
                    .set(PATIENT_MERGE.SURVIVOR_ID, excluded(PATIENT_MERGE.SURVIVOR_ID))
                    .execute();
        }
    }
}
