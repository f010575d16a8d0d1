package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.REJECTED_RECORD;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import io.routiq.domain.sync.SyncStream;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Patients whom visits name and whom the copy does not hold. */
final class NamedPatients {

    private NamedPatients() {}

    /** Those who are not in quarantine either. */
    static List<PatientId> missing(DSLContext sql, OrganizationId organization, int limit) {
        Condition notSetAside = notExists(selectOne()
                .from(REJECTED_RECORD)
                .where(REJECTED_RECORD.ORGANIZATION_ID.eq(organization.value()))
                .and(REJECTED_RECORD.STREAM.eq(SyncStream.PATIENTS.code()))
                .and(REJECTED_RECORD.RECORD_ID.eq(VISIT.PATIENT_ID)));
        return notHeld(sql, organization, notSetAside, limit).stream()
                .map(PatientId::new)
                .toList();
    }

    /** Those of these. */
    static List<String> among(DSLContext sql, OrganizationId organization, Collection<String> ids) {
        return notHeld(sql, organization, VISIT.PATIENT_ID.eq(any(ids.toArray(String[]::new))), ids.size());
    }

    private static List<String> notHeld(DSLContext sql, OrganizationId organization, Condition which, int limit) {
        return sql.selectDistinct(VISIT.PATIENT_ID)
                .from(VISIT)
                .where(VISIT.ORGANIZATION_ID.eq(organization.value()))
                .and(notExists(selectOne()
                        .from(PATIENT)
                        .where(PATIENT.ORGANIZATION_ID.eq(organization.value()))
                        .and(PATIENT.PATIENT_ID.eq(VISIT.PATIENT_ID))))
                .and(which)
                .orderBy(VISIT.PATIENT_ID)
                .limit(limit)
                .fetch(VISIT.PATIENT_ID);
    }
}
