package io.routiq.adapter.cliniko.simulator;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How single values are written. */
final class Writing {

    private static final String[] REASONS = {"", "Feeling Better", "Condition Worse", "Sick", "Away", "Other", "Work"};

    private Writing() {}

    static String moment(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }

    static void moment(ObjectNode record, String name, long epochSecond) {
        if (epochSecond == Row.NONE) {
            record.putNull(name);
        } else {
            record.put(name, moment(epochSecond));
        }
    }

    static void day(ObjectNode record, String name, long epochDay) {
        if (epochDay == Row.NONE) {
            record.putNull(name);
        } else {
            record.put(name, LocalDate.ofEpochDay(epochDay).toString());
        }
    }

    static void nulls(ObjectNode record, String... names) {
        for (String name : names) {
            record.putNull(name);
        }
    }

    static void reason(ObjectNode record, int reason, @Nullable String note, @Nullable String whenNone) {
        if (reason == 0) {
            record.putNull("cancellation_reason");
            record.put("cancellation_reason_description", whenNone);
        } else {
            record.put("cancellation_reason", reason);
            record.put("cancellation_reason_description", reason == 31 ? "COVID-19 related" : REASONS[reason / 10]);
        }
        record.put("cancellation_note", note);
    }
}
