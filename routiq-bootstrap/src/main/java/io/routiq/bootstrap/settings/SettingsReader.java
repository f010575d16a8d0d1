package io.routiq.bootstrap.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Reads the settings and collects everything that is wrong with them. */
final class SettingsReader {

    private static final Profiles SANDBOX = Profiles.of("sandbox");

    private SettingsReader() {}

    /** @throws InvalidSettingsException naming all that is missing or wrong */
    static RoutiqSettings read(Environment environment) {
        Map<String, String> problems = new LinkedHashMap<>();
        RoutiqSettings settings = Binder.get(environment)
                .bindOrCreate("routiq", Bindable.of(RoutiqSettings.class), new Collecting(problems));
        SettingsCheck check = new SettingsCheck(settings, environment.acceptsProfiles(SANDBOX));
        check.problems().forEach(problems::putIfAbsent);
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems.entrySet().stream()
                    .map(problem ->
                            problem.getKey() + " " + problem.getValue() + " (see \"Configuration\" in README.md).")
                    .toList());
        }
        return settings;
    }

    /** Notes a value that cannot be converted and goes on with the default. */
    private record Collecting(Map<String, String> problems) implements BindHandler {

        @Override
        public @Nullable Object onFailure(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
            problems.put(
                    name.toString().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                    target.getType().resolve() == int.class ? "must be a whole number" : "cannot be read");
            return null;
        }
    }
}
