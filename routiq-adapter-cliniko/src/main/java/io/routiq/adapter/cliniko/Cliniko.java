package io.routiq.adapter.cliniko;

import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.RequestWindows;

/** Cliniko as a practice system. */
public final class Cliniko {

    private Cliniko() {}

    /**
     * A Cliniko that keeps to each key's rate together with all that share {@code windows}, and to the number of
     * requests in flight by itself: make one and share it. Keeps no thread of its own alive.
     */
    public static PracticeSystem practiceSystem(ClinikoSettings settings, RequestWindows windows) {
        return new ClinikoPracticeSystem(settings, windows);
    }
}
