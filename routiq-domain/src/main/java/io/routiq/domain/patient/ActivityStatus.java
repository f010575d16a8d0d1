package io.routiq.domain.patient;

import java.util.Locale;

/** Whether a patient is active, and by which visits. */
public enum ActivityStatus {
    /** Has recent and upcoming visits. */
    ACTIVE,
    /** Has recent visits only. */
    RECENTLY_ACTIVE,
    /** Has upcoming visits only. */
    UPCOMING_ONLY,
    /** Has neither. */
    INACTIVE;

    /** The status that so many recent and upcoming qualifying visits give. */
    public static ActivityStatus of(long recent, long upcoming) {
        if (recent > 0) {
            return upcoming > 0 ? ACTIVE : RECENTLY_ACTIVE;
        }
        return upcoming > 0 ? UPCOMING_ONLY : INACTIVE;
    }

    /** True for all but {@link #INACTIVE}. */
    public boolean isActive() {
        return this != INACTIVE;
    }

    /** The lower-case name that interfaces and storage use, e.g. {@code recently_active}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
