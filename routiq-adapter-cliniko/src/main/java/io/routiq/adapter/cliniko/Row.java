package io.routiq.adapter.cliniko;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A record as it came, of which only the few members are looked at that place it among others. */
record Row(JsonNode json) {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,19}");

    /** The record's id, if it is a positive 64-bit number; Cliniko writes it as a string. */
    OptionalLong id() {
        JsonNode id = json.path("id");
        return id.isString() || id.isIntegralNumber() ? number(id.asString()) : OptionalLong.empty();
    }

    Optional<Instant> instant(String member) {
        JsonNode value = json.path(member);
        return value.isString() ? Instants.read(value.stringValue()) : Optional.empty();
    }

    /** The whole second that filters and sorting see. */
    OptionalLong second(String member) {
        return instant(member)
                .map(instant -> OptionalLong.of(instant.getEpochSecond()))
                .orElse(OptionalLong.empty());
    }

    /** The id that a link of this record points to. */
    OptionalLong reference(String member) {
        return Reference.idOf(json.path(member)).map(Row::number).orElse(OptionalLong.empty());
    }

    boolean isDeleted() {
        return instant("deleted_at").isPresent();
    }

    static OptionalLong number(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    @Override
    public String toString() {
        return "Row[" + id() + "]";
    }
}
