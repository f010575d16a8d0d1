package io.routiq.domain.sync;

import java.util.Locale;

/** Why nothing was deleted although records have vanished at the source. Source of the rules: sync engine, R4. */
public enum DeletionAlarm {
    TOO_MANY(
            "Too many records have vanished at once to believe it",
            "Look whether they are really gone; then an administrator confirms it with a full run with force_refresh."),
    SHORT_READ(
            "The practice system gave fewer records than it announced",
            "The next full run looks again; tell support if it stays so."),
    OTHER_READER(
            "Records have vanished, and the API key's user or role has changed: perhaps they are only hidden",
            "Give the key's user the role it had, or have an administrator confirm it with a full run with force_refresh.");

    private final String message;
    private final String hint;

    DeletionAlarm(String message, String hint) {
        this.message = message;
        this.hint = hint;
    }

    /** The stable lower-case name that interfaces and storage use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One sentence that says what happened. */
    public String message() {
        return message;
    }

    /** What to do next, one sentence. */
    public String hint() {
        return hint;
    }
}
