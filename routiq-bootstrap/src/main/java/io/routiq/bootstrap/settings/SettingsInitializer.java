package io.routiq.bootstrap.settings;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Reads the settings before the first bean, so that an operator who forgot some sees nothing but what is missing, and
 * offers them as a bean. The port is told to Spring, which needs it before any bean.
 */
final class SettingsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        RoutiqSettings settings = SettingsReader.read(context.getEnvironment());
        context.getBeanFactory().registerSingleton("routiqSettings", settings);
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "routiqPort", Map.of("server.port", settings.server().port())));
    }
}
