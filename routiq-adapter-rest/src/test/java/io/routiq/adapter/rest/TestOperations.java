package io.routiq.adapter.rest;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.administration.CleanUpDatabase;
import io.routiq.application.administration.InMemoryOldRecords;
import io.routiq.application.administration.MigrateSchema;
import io.routiq.application.dashboard.GetDashboard;
import io.routiq.application.dashboard.InMemoryVisits;
import io.routiq.application.idempotency.AnswerOnce;
import io.routiq.application.idempotency.InMemoryIdempotencyKeys;
import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.sync.GetSyncDashboard;
import io.routiq.application.sync.InMemorySyncRuns;
import java.time.InstantSource;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link TestApplication} has beside the use cases of practices. */
@Configuration(proxyBeanMethods = false)
class TestOperations {

    @Bean
    InMemoryIdempotencyKeys idempotencyKeys(InMemoryTransactions transactions) {
        return new InMemoryIdempotencyKeys(transactions);
    }

    @Bean
    AnswerOnce answerOnce(InMemoryTransactions transactions, InMemoryIdempotencyKeys keys, InstantSource clock) {
        return new AnswerOnce(transactions, keys, clock);
    }

    @Bean
    InMemoryOldRecords oldRecords() {
        return new InMemoryOldRecords();
    }

    @Bean
    CleanUpDatabase cleanUpDatabase(InMemoryOldRecords records, InstantSource clock) {
        return new CleanUpDatabase(records, Period.ofYears(6), clock);
    }

    @Bean
    PendingMigrations migrations() {
        return new PendingMigrations();
    }

    @Bean
    MigrateSchema migrateSchema(PendingMigrations migrations, InstantSource clock) {
        return new MigrateSchema(migrations, clock);
    }

    @Bean
    GetDashboard getDashboard(
            InMemoryTransactions transactions,
            GetSyncDashboard getSyncDashboard,
            InMemoryPracticeCopy copy,
            InMemorySyncRuns runs,
            InstantSource clock) {
        return new GetDashboard(transactions, getSyncDashboard, new InMemoryVisits(copy), runs, clock);
    }
}
