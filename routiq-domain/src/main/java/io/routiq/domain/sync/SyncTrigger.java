package io.routiq.domain.sync;

import java.util.Locale;

/** Who asked for a run. */
public enum SyncTrigger {
    MANUAL,
    SCHEDULED;

    /** The lower-case name that interfaces and storage use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
