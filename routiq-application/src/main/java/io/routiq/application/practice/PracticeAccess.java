package io.routiq.application.practice;

/** What reading records takes: the key and the account that it opens. */
public record PracticeAccess(PracticeCredentials credentials, PracticeAccount account) {}
