package io.routiq.adapter.rest.connection;

import io.routiq.adapter.rest.http.Fingerprint;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The entity tag of a configuration: changes with what somebody configured, not with each try of the key. */
final class ConfigurationTag {

    private ConfigurationTag() {}

    static String of(Optional<Connection> configured) {
        String version = configured.map(ConfigurationTag::version).orElse("none");
        return '"' + Fingerprint.of(version.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + '"';
    }

    /** Whether a configuration is one that an {@code If-Match} names; without the header each is. */
    static Predicate<Optional<Connection>> expectedBy(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return configured -> true;
        }
        if (ifMatch.strip().equals("*")) {
            return Optional::isPresent;
        }
        List<String> named =
                Arrays.stream(ifMatch.split(",", -1)).map(String::strip).toList();
        return configured -> named.contains(of(configured));
    }

    private static String version(Connection connection) {
        ConnectionSettings settings = connection.settings();
        return String.join(
                " ",
                connection.updatedAt().toString(),
                connection.endpoint().url(),
                connection.keyHint(),
                Boolean.toString(settings.syncEnabled()),
                Integer.toString(settings.intervalMinutes()),
                settings.defaultMode().code(),
                settings.dataTypes().stream().sorted().toList().toString());
    }
}
