package io.routiq.adapter.persistence;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;

/**
 * A practice with many made-up patients, written straight into the tables.
 */
final class LargePractice {

    private static final String PATIENTS = """
            insert into patient (organization_id, patient_id, first_name, last_name, sort_name, search_text,
                                 created_at, updated_at, latest_appointment_at)
            select ?, number::text, 'Alex', 'No ' || number, 'alex no ' || number, 'alex no ' || number || '  ',
                   ?::timestamptz - make_interval(mins => number), ?::timestamptz, ?::timestamptz + make_interval(mins => 10 * (number - ?))
            from generate_series(1, ?) as number
            """;

    private static final String APPOINTMENTS = """
            insert into appointment (organization_id, appointment_id, patient_id, starts_at, appointment_type_id,
                                     did_not_arrive, created_at, updated_at)
            select patient.organization_id, patient.patient_id || '-' || visit, patient.patient_id,
                   patient.latest_appointment_at - make_interval(days => 30 * visit), (visit % 3)::text,
                   false, patient.created_at, patient.updated_at
            from patient, generate_series(0, ?) as visit
            where patient.organization_id = ?
            """;

    private LargePractice() {}

    /** @param visits for each patient; the last patient's latest is at {@code now}, each one's before ten minutes earlier */
    static void store(TestDatabase database, OrganizationId organization, int patients, int visits, Instant now) {
        database.asSuperuser(sql -> {
            var at = now.atOffset(ZoneOffset.UTC);
            sql.execute(PATIENTS, organization.value(), at, at, at, patients, patients);
            sql.execute(APPOINTMENTS, visits - 1, organization.value());
            analyze(sql);
        });
    }

    private static void analyze(DSLContext sql) {
        sql.execute("vacuum analyze");
    }
}
