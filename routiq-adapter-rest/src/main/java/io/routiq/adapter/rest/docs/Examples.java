package io.routiq.adapter.rest.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One example of each operation's payload, from the file {@code examples.json}; a test keeps them true. */
@Component
final class Examples {

    private static final String WHEN = "2025-01-15T10:30:00.123456Z";

    private final Map<String, Map<String, Object>> payloads;

    Examples(JsonMapper json) {
        try (InputStream file = new ClassPathResource("examples.json", Examples.class).getInputStream()) {
            payloads = json.readValue(file, new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Map<String, Object> flat(String operationId) {
        Map<String, Object> flat = new LinkedHashMap<>(payload(operationId));
        flat.put("success", true);
        flat.put("timestamp", WHEN);
        return flat;
    }

    Map<String, Object> envelope(String operationId) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", true);
        envelope.put("data", payload(operationId));
        envelope.put("timestamp", WHEN);
        return envelope;
    }

    private Map<String, Object> payload(String operationId) {
        Map<String, Object> payload = payloads.get(operationId);
        if (payload == null) {
            throw new IllegalStateException("examples.json has no example of " + operationId);
        }
        return payload;
    }
}
