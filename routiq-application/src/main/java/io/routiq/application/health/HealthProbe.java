package io.routiq.application.health;

import java.util.Locale;
import java.util.Map;

/** Looks at one part of the service. */
public interface HealthProbe {

    /** The part's name in the health answer, e.g. {@code database}. */
    String name();

    /** What to report if the part gives no answer in time. */
    State whenSilent();

    /** Looks now; may wait for the part. Whatever it throws counts as silence. */
    Finding examine();

    /**
     * What was found.
     *
     * @param details further members of the answer: text, numbers or instants
     */
    record Finding(State state, Map<String, Object> details) {
        public Finding {
            details = Map.copyOf(details);
        }
    }

    /** From best to worst. */
    enum State {
        HEALTHY,
        /** The service works, but not all of it. */
        DEGRADED,
        UNHEALTHY;

        /** The lower-case name that interfaces use. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
