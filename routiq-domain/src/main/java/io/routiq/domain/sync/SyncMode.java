package io.routiq.domain.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of the practice a run reads. */
public enum SyncMode {
    /** What the activity window needs, first and fast. */
    ACTIVE,
    /** Everything. */
    FULL,
    /** What changed since the last run. */
    INCREMENTAL,
    /** Everything, to compare it with what is held. */
    VERIFY;

    /** True if every record is read, whatever is known already. */
    public boolean readsEverything() {
        return this == FULL || this == VERIFY;
    }

    /** The lower-case name that interfaces and storage use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of that {@link #code()}, or empty if there is none. */
    public static Optional<SyncMode> ofCode(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }
}
