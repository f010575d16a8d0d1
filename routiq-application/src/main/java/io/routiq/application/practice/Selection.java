package io.routiq.application.practice;

import java.time.Instant;
import java.util.List;

/** Which records of a stream are wanted. Archived and cancelled ones always belong. */
public sealed interface Selection {

    /** All of them. */
    record Everything() implements Selection {}

    /** Those whose version is of this instant or later. */
    record ChangedSince(Instant instant) implements Selection {}

    /** Appointments and classes that start at this instant or later. */
    record StartingFrom(Instant instant) implements Selection {}

    /**
     * Those with these ids, at most {@link StreamRead#MOST_IDS}; the page names the ones that do not exist. A single one
     * is asked for at its own address, which is the surest way to know.
     */
    record WithIds(List<String> ids) implements Selection {
        public WithIds {
            ids = List.copyOf(ids);
        }
    }

    /** Appointments, or places in classes, of these patients, at most {@link StreamRead#MOST_IDS}. */
    record OfPatients(List<String> ids) implements Selection {
        public OfPatients {
            ids = List.copyOf(ids);
        }
    }

    /** The attendees of these classes, at most {@link StreamRead#MOST_IDS}. */
    record OfClasses(List<String> ids) implements Selection {
        public OfClasses {
            ids = List.copyOf(ids);
        }
    }
}
