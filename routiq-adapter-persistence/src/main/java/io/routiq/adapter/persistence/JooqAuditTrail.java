package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.AUDIT_ENTRY;

import io.routiq.application.audit.AuditTrail;
import io.routiq.application.audit.ReadEvent;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;

final class JooqAuditTrail implements AuditTrail {

    private final JooqTransactions transactions;

    JooqAuditTrail(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(OrganizationId organization, ReadEvent event) {
        transactions
                .sql(organization)
                .insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.ORGANIZATION_ID, organization.value())
                .set(AUDIT_ENTRY.USER_ID, event.reader().userId())
                .set(AUDIT_ENTRY.ACTION, event.action())
                .set(AUDIT_ENTRY.REQUEST_ID, event.reader().requestId())
                .set(
                        AUDIT_ENTRY.PATIENT_IDS,
                        event.patients().stream().map(PatientId::value).toArray(String[]::new))
                .set(AUDIT_ENTRY.OCCURRED_AT, event.at())
                .execute();
    }
}
