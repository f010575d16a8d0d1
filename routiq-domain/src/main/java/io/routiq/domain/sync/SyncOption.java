package io.routiq.domain.sync;

import java.util.Locale;

/** What may be asked for besides a mode. */
public enum SyncOption {
    /** To read again what watermarks say is known. */
    FORCE_REFRESH,
    /** To mend the differences that {@link SyncMode#VERIFY} finds. */
    REPAIR,
    /** To delete whatever has vanished, however much it is: an administrator has looked at it. */
    CONFIRM_DELETIONS;

    /** The lower-case name that storage uses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
