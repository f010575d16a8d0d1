package io.routiq.application.patient;

/**
 * How many patients there are, archived and merged ones left out, for one window and instant.
 *
 * @param total all
 * @param active with recent or upcoming visits
 * @param withRecent with recent visits
 * @param withUpcoming with upcoming visits
 */
public record PatientStats(long total, long active, long withRecent, long withUpcoming) {}
