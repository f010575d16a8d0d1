package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.ATTENDEE;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT_MERGE;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** Keeps patients' latest appointment in step with their visits. */
final class LatestAppointments {

    private LatestAppointments() {}

    /** Works it out anew for these patients, and for those for whom their visits count. */
    static void refresh(DSLContext sql, OrganizationId organization, Set<String> patients) {
        if (patients.isEmpty()) {
            return;
        }
        Field<String> patientId = field(name("affected", "patient_id"), String.class);
        Field<Instant> latest = field(name("truth", "latest"), PATIENT.LATEST_APPOINTMENT_AT.getDataType());
        Table<?> truth = select(
                        patientId,
                        field(select(max(VISIT.STARTS_AT))
                                        .from(VISIT)
                                        .where(VISIT.ORGANIZATION_ID.eq(organization.value()))
                                        .and(VISIT.PATIENT_ID.eq(patientId))
                                        .and(VISIT.QUALIFIES))
                                .as("latest"))
                .from(withSurvivors(organization, patients.toArray(String[]::new))
                        .asTable("affected", "patient_id"))
                .asTable("truth");
        sql.update(PATIENT)
                .set(PATIENT.LATEST_APPOINTMENT_AT, latest)
                .from(truth)
                .where(PATIENT.ORGANIZATION_ID.eq(organization.value()))
                .and(PATIENT.PATIENT_ID.eq(field(name("truth", "patient_id"), String.class)))
                .and(PATIENT.LATEST_APPOINTMENT_AT.isDistinctFrom(latest))
                .execute();
    }

    private static Select<Record1<String>> withSurvivors(OrganizationId organization, String[] patients) {
        return select(field("unnest({0})", String.class, val(patients)))
                .union(select(PATIENT_MERGE.SURVIVOR_ID)
                        .from(PATIENT_MERGE)
                        .where(PATIENT_MERGE.ORGANIZATION_ID.eq(organization.value()))
                        .and(PATIENT_MERGE.PATIENT_ID.eq(any(patients))));
    }

    /** The patients whom the classes' attendees name. */
    static Set<String> attendeesOf(DSLContext sql, OrganizationId organization, Set<String> classes) {
        if (classes.isEmpty()) {
            return Set.of();
        }
        return sql.selectDistinct(ATTENDEE.PATIENT_ID)
                .from(ATTENDEE)
                .where(ATTENDEE.ORGANIZATION_ID.eq(organization.value()))
                .and(ATTENDEE.GROUP_APPOINTMENT_ID.eq(any(classes.toArray(String[]::new))))
                .and(ATTENDEE.PATIENT_ID.isNotNull())
                .fetchSet(ATTENDEE.PATIENT_ID);
    }
}
