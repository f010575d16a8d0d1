package io.routiq.application.practice;

import org.jspecify.annotations.Nullable;

/**
 * The account that a key opens.
 *
 * @param id the practice system's id of the account; two keys of one practice give the same
 * @param name the practice's name, or null
 * @param country two upper-case letters of ISO 3166-1, in which phone numbers are read, or null
 */
public record PracticeAccount(
        String id, @Nullable String name, @Nullable String country) {}
