package io.routiq.bootstrap.settings;

/** A text that shows itself to those who ask for it by name only. */
public record Secret(String value) {

    public static Secret of(String value) {
        return new Secret(value);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
