package io.routiq.adapter.cliniko;

import io.routiq.application.practice.PracticeSystem;

/** Cliniko as a practice system. */
public final class Cliniko {

    private Cliniko() {}

    /**
     * A Cliniko that keeps each key's rate limit in this process: make one and share it. Keeps no thread of its own
     * alive.
     */
    public static PracticeSystem practiceSystem(ClinikoSettings settings) {
        return new ClinikoPracticeSystem(settings);
    }
}
