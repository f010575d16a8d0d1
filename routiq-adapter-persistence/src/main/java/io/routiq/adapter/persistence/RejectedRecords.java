package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.REJECTED_RECORD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The quarantine: which records could not be understood, and why. */
final class RejectedRecords {

    private RejectedRecords() {}

    static void setAside(
            DSLContext sql,
            OrganizationId organization,
            SyncStream stream,
            Collection<RejectedRecord> rejected,
            Instant at) {
        Map<String, String> reasons = rejected.stream()
                .collect(Collectors.toMap(RejectedRecord::id, RejectedRecord::reason, (one, other) -> other));
        if (reasons.isEmpty()) {
            return;
        }
        sql.insertInto(
                        REJECTED_RECORD,
                        REJECTED_RECORD.ORGANIZATION_ID,
                        REJECTED_RECORD.STREAM,
                        REJECTED_RECORD.RECORD_ID,
                        REJECTED_RECORD.REASON,
                        REJECTED_RECORD.FIRST_SEEN_AT,
                        REJECTED_RECORD.LAST_SEEN_AT,
                        REJECTED_RECORD.ATTEMPTS)
                .valuesOfRows(reasons.entrySet().stream()
                        .map(each ->
                                row(organization.value(), stream.code(), each.getKey(), each.getValue(), at, at, 1))
                        .toList())
                .onConflict(REJECTED_RECORD.ORGANIZATION_ID, REJECTED_RECORD.STREAM, REJECTED_RECORD.RECORD_ID)
                .doUpdate()
                .set(REJECTED_RECORD.REASON, excluded(REJECTED_RECORD.REASON))
                .set(REJECTED_RECORD.LAST_SEEN_AT, excluded(REJECTED_RECORD.LAST_SEEN_AT))
                .set(REJECTED_RECORD.ATTEMPTS, REJECTED_RECORD.ATTEMPTS.plus(1))
                .execute();
    }

    /** What has been stored is rejected no more. */
    static void forget(DSLContext sql, OrganizationId organization, Collection<PracticeRecord> records) {
        Map<SyncStream, List<String>> stored = records.stream()
                .collect(Collectors.groupingBy(
                        RejectedRecords::stream, Collectors.mapping(PracticeRecord::id, Collectors.toList())));
        stored.forEach((stream, ids) -> sql.deleteFrom(REJECTED_RECORD)
                .where(REJECTED_RECORD.ORGANIZATION_ID.eq(organization.value()))
                .and(REJECTED_RECORD.STREAM.eq(stream.code()))
                .and(REJECTED_RECORD.RECORD_ID.eq(any(ids.toArray(String[]::new))))
                .execute());
    }

    private static SyncStream stream(PracticeRecord record) {
        return switch (record) {
            case PracticeRecord.PatientRecord patient -> SyncStream.PATIENTS;
            case PracticeRecord.AppointmentRecord appointment -> SyncStream.APPOINTMENTS;
            case PracticeRecord.ClassRecord group -> SyncStream.GROUP_APPOINTMENTS;
            case PracticeRecord.AttendeeRecord attendee -> SyncStream.ATTENDEES;
            case PracticeRecord.AppointmentTypeRecord type -> SyncStream.APPOINTMENT_TYPES;
            case PracticeRecord.PractitionerRecord practitioner -> SyncStream.PRACTITIONERS;
            case PracticeRecord.LocationRecord location -> SyncStream.LOCATIONS;
        };
    }
}
