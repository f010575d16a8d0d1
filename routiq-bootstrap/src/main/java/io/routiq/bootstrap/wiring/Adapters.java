package io.routiq.bootstrap.wiring;

import io.routiq.adapter.cliniko.Cliniko;
import io.routiq.adapter.cliniko.ClinikoSettings;
import io.routiq.adapter.persistence.PersistenceSettings;
import io.routiq.adapter.rest.RestSettings;
import io.routiq.application.Sealer;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.RequestWindows;
import io.routiq.bootstrap.security.TinkSealer;
import io.routiq.bootstrap.settings.RoutiqSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells each adapter what it has to know of the settings, in its own words. */
@Configuration(proxyBeanMethods = false)
public class Adapters {

    /** Of the REST contract. */
    private static final String VERSION = "2.0.0";

    /** As Cliniko's people know us. */
    private static final String VENDOR = "Routiq";

    /** Requests with one key at the same time, from this instance. */
    private static final int MOST_IN_FLIGHT = 4;

    @Bean
    PersistenceSettings persistenceSettings(RoutiqSettings settings) {
        RoutiqSettings.Database database = settings.database();
        return new PersistenceSettings(
                database.url(),
                database.user(),
                database.password().value(),
                database.owner().user(),
                database.owner().password().value(),
                database.poolSize());
    }

    /** The settings are checked before any bean is made, so what is asked here is there. */
    @Bean
    RestSettings restSettings(RoutiqSettings settings) {
        RoutiqSettings.Administrators administrators = settings.administrators();
        return new RestSettings(
                VERSION,
                settings.environment(),
                settings.cors().origins(),
                !settings.clerk().issuer().isEmpty(),
                !settings.database().url().isEmpty(),
                !settings.encryption().keyset().value().isEmpty(),
                new RestSettings.Administrators(administrators.users(), administrators.claim(), administrators.value()),
                settings.requestsPerMinute());
    }

    @Bean
    PracticeSystem practiceSystem(RoutiqSettings settings, RequestWindows windows, Clock clock) {
        RoutiqSettings.Cliniko cliniko = settings.cliniko();
        return Cliniko.practiceSystem(
                ClinikoSettings.of(new ClinikoSettings.Contact(VENDOR, cliniko.contact()), clock)
                        .withEndpoint(cliniko.endpointTemplate())
                        .withRate(new ClinikoSettings.Rate(cliniko.requestsPerMinute(), MOST_IN_FLIGHT)),
                windows);
    }

    @Bean
    Sealer sealer(RoutiqSettings settings) {
        return new TinkSealer(settings.encryption().keyset().value());
    }
}
