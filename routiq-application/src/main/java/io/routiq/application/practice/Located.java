package io.routiq.application.practice;

/** What the text of a key alone tells. */
public sealed interface Located {

    /**
     * The key has the right shape.
     *
     * @param credentials the key, without accidental white space around it
     * @param endpoint where it is used
     * @param hint its last four characters before the region, to recognise it by
     */
    record At(PracticeCredentials credentials, PracticeEndpoint endpoint, String hint) implements Located {}

    /** No key looks like this. {@code reason} is a sentence for people that does not repeat the text. */
    record Malformed(String reason) implements Located {}
}
