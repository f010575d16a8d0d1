package io.routiq.bootstrap.wiring;

import io.routiq.application.Transactions;
import io.routiq.application.administration.CleanUpDatabase;
import io.routiq.application.administration.MigrateSchema;
import io.routiq.application.administration.OldRecords;
import io.routiq.application.administration.SchemaMigrations;
import io.routiq.application.health.GetHealth;
import io.routiq.application.health.HealthProbe;
import io.routiq.application.idempotency.AnswerOnce;
import io.routiq.application.idempotency.IdempotencyKeys;
import io.routiq.bootstrap.settings.RoutiqSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases that are about running the service rather than about a practice, and the clock that all of them ask. */
@Configuration(proxyBeanMethods = false)
public class Operations {

    /** The health answer is due within 2 s, whatever hangs. */
    private static final Duration PROBE_PATIENCE = Duration.ofMillis(1500);

    /** No finer than the database keeps instants: what was answered is what will be read. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    GetHealth getHealth(List<HealthProbe> probes) {
        return new GetHealth(probes, Executors.newVirtualThreadPerTaskExecutor(), PROBE_PATIENCE);
    }

    @Bean
    AnswerOnce answerOnce(Transactions transactions, IdempotencyKeys keys, InstantSource clock) {
        return new AnswerOnce(transactions, keys, clock);
    }

    @Bean
    MigrateSchema migrateSchema(SchemaMigrations migrations, InstantSource clock) {
        return new MigrateSchema(migrations, clock);
    }

    @Bean
    CleanUpDatabase cleanUpDatabase(OldRecords records, RoutiqSettings settings, InstantSource clock) {
        return new CleanUpDatabase(records, Period.ofYears(settings.audit().retentionYears()), clock);
    }
}
