package io.routiq.bootstrap.wiring;

import io.routiq.application.Transactions;
import io.routiq.application.administration.CleanUpDatabase;
import io.routiq.application.administration.MigrateSchema;
import io.routiq.application.administration.OldRecords;
import io.routiq.application.administration.SchemaMigrations;
import io.routiq.application.idempotency.AnswerOnce;
import io.routiq.application.idempotency.IdempotencyKeys;
import io.routiq.bootstrap.settings.RoutiqSettings;
import java.time.InstantSource;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases that are about running the service rather than about a practice. */
@Configuration(proxyBeanMethods = false)
public class Operations {

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
