package io.routiq.application.practice;

/**
 * A record that could not be understood and was set aside.
 *
 * @param id the record's id as far as it could be read, else {@code "?"}
 * @param reason which member is wrong, without its value
 */
public record RejectedRecord(String id, String reason) {}
