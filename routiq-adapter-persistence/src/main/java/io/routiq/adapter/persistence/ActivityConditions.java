package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.APPOINTMENT_TYPE;
import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static io.routiq.adapter.persistence.jooq.Tables.VISIT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The domain's activity policy as conditions on rows of {@code patient}, for one window and instant. Where the latest
 * qualifying visit alone decides, only the indexed column is asked.
 */
final class ActivityConditions {

    private final OrganizationId organization;
    private final Instant from;
    private final Instant now;
    private final Optional<Instant> until;

    /** Rows know microseconds: limits are moved to the nearest one that keeps the same rows inside. */
    ActivityConditions(OrganizationId organization, ActivityWindow window, Instant now) {
        this.organization = organization;
        Instant exactFrom = window.from(now);
        Instant wholeFrom = exactFrom.truncatedTo(ChronoUnit.MICROS);
        this.from = wholeFrom.equals(exactFrom) ? wholeFrom : wholeFrom.plus(1, ChronoUnit.MICROS);
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        this.until = window.until(now).map(limit -> limit.truncatedTo(ChronoUnit.MICROS));
    }

    /** A visit in the past part of the window. */
    Condition isRecent(Field<Instant> startsAt) {
        return startsAt.between(from, now);
    }

    /** A visit in the future part of the window. */
    Condition isUpcoming(Field<Instant> startsAt) {
        return startsAt.gt(now).and(until.map(startsAt::le).orElse(noCondition()));
    }

    /** A visit that is past, in the window or not. */
    Condition isPast(Field<Instant> startsAt) {
        return startsAt.le(now);
    }

    /** A visit that is to come, in the window or not. */
    Condition isAhead(Field<Instant> startsAt) {
        return startsAt.gt(now);
    }

    /** Patients with recent or upcoming visits. */
    Condition active() {
        Condition notTooOld = PATIENT.LATEST_APPOINTMENT_AT.ge(from);
        return until.map(limit -> notTooOld.and(latestOrOther(limit, inWindow())))
                .orElse(notTooOld);
    }

    /** Patients with recent visits. */
    Condition recent() {
        return PATIENT.LATEST_APPOINTMENT_AT
                .isNotNull()
                .and(PATIENT.LATEST_APPOINTMENT_AT.ge(from))
                .and(latestOrOther(now, isRecent(VISIT.STARTS_AT)));
    }

    /** Patients with upcoming visits. */
    Condition upcoming() {
        Condition latestAhead = PATIENT.LATEST_APPOINTMENT_AT.isNotNull().and(PATIENT.LATEST_APPOINTMENT_AT.gt(now));
        return until.map(limit -> latestAhead.and(latestOrOther(limit, isUpcoming(VISIT.STARTS_AT))))
                .orElse(latestAhead);
    }

    /** The latest visit is not beyond the limit, or where it is, another one is as wanted. */
    private Condition latestOrOther(Instant limit, Condition wanted) {
        return PATIENT.LATEST_APPOINTMENT_AT.le(limit).or(hasVisit(wanted));
    }

    /** Patients with one of these statuses. */
    Condition hasStatus(Set<ActivityStatus> statuses) {
        Condition any = falseCondition();
        for (ActivityStatus status : statuses) {
            any = any.or(
                    switch (status) {
                        case ACTIVE -> recent().and(upcoming());
                        case RECENTLY_ACTIVE -> recent().and(not(upcoming()));
                        case UPCOMING_ONLY -> not(recent()).and(upcoming());
                        case INACTIVE -> not(recent()).and(not(upcoming()));
                    });
        }
        return any;
    }

    /** Patients with so many recent visits. */
    Condition hasRecent(int atLeast) {
        return PATIENT.LATEST_APPOINTMENT_AT
                .ge(from)
                .and(field(selectCount().from(VISIT).where(ofPatient(isRecent(VISIT.STARTS_AT))))
                        .ge(atLeast));
    }

    /** Patients with a visit of this type in the window. */
    Condition hasVisitOfType(String type) {
        return PATIENT.LATEST_APPOINTMENT_AT
                .ge(from)
                .and(exists(selectOne()
                        .from(VISIT)
                        .join(APPOINTMENT_TYPE)
                        .on(APPOINTMENT_TYPE.ORGANIZATION_ID.eq(organization.value()))
                        .and(APPOINTMENT_TYPE.APPOINTMENT_TYPE_ID.eq(VISIT.APPOINTMENT_TYPE_ID))
                        .where(ofPatient(inWindow()))
                        .and(APPOINTMENT_TYPE.NAME_KEY.eq(SearchText.typeKey(type)))));
    }

    /** A visit in the window, past or to come. */
    Condition inWindow() {
        return VISIT.STARTS_AT.ge(from).and(until.map(VISIT.STARTS_AT::le).orElse(noCondition()));
    }

    private Condition hasVisit(Condition which) {
        return exists(selectOne().from(VISIT).where(ofPatient(which)));
    }

    private Condition ofPatient(Condition which) {
        return VISIT.ORGANIZATION_ID
                .eq(organization.value())
                .and(VISIT.PATIENT_ID.eq(PATIENT.PATIENT_ID))
                .and(VISIT.QUALIFIES)
                .and(which);
    }
}
