package io.routiq.application.practice;

/**
 * The key to a practice system, in the clear. Lives in memory for as long as it is used, and is printed nowhere.
 *
 * @param secret the key as the practice system issued it
 */
public record PracticeCredentials(String secret) {

    @Override
    public String toString() {
        return "PracticeCredentials[***]";
    }
}
