package io.routiq.adapter.cliniko;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Another record, to which Cliniko gives a link; its id is the last part of the path. */
record Reference(String id) {

    private static final Pattern LINK = Pattern.compile("[^?#]*/(\\d{1,19})/?(?:[?#].*)?");

    /** Empty if there is no such link; an unset one may be absent, null or without an address. */
    static Optional<String> idOf(JsonNode reference) {
        Matcher link = LINK.matcher(address(reference).asString(""));
        return link.matches() && Row.number(link.group(1)).isPresent() ? Optional.of(link.group(1)) : Optional.empty();
    }

    private static JsonNode address(JsonNode reference) {
        return reference.path("links").path("self");
    }

    /** Reads a link, or null for an unset one; anything else in its place is an error. */
    static final class Reader extends StdDeserializer<Reference> {

        Reader() {
            super(Reference.class);
        }

        @Override
        public @Nullable Reference deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode json = context.readTree(parser);
            if (json.isObject()
                    && (address(json).isMissingNode() || address(json).isNull())) {
                return null;
            }
            return idOf(json)
                    .map(Reference::new)
                    .orElseGet(() -> context.reportInputMismatch(this, "not a link to a record"));
        }
    }
}
