package io.routiq.application.practice;

import java.time.Duration;

/**
 * How much may be asked with one key.
 *
 * @param perMinute most requests in any 60 seconds
 * @param longestRequest after which a request has been answered or given up, whatever became of its owner
 */
public record RequestRate(int perMinute, Duration longestRequest) {}
