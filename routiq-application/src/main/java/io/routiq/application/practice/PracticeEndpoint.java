package io.routiq.application.practice;

/**
 * Where a key is used.
 *
 * @param url base address of the practice system's interface, built from the region, never from a user's text
 * @param region the practice system's name for the place the account lives in, e.g. {@code au2}
 */
public record PracticeEndpoint(String url, String region) {}
