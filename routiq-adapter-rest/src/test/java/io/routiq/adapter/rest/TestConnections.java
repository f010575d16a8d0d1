package io.routiq.adapter.rest;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.Sealer;
import io.routiq.application.connection.CheckConnection;
import io.routiq.application.connection.ConfigureConnection;
import io.routiq.application.connection.GetConnection;
import io.routiq.application.connection.InMemoryConnections;
import io.routiq.application.connection.RemoveConnection;
import io.routiq.application.connection.SyncSchedule;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.InMemoryPracticeCopy;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases around an organization's key. */
@Configuration(proxyBeanMethods = false)
class TestConnections {

    @Bean
    ConfigureConnection configureConnection(
            InMemoryTransactions transactions,
            InMemoryConnections connections,
            FakePracticeSystem practiceSystem,
            InMemoryPracticeCopy copy,
            Sealer sealer,
            SyncSchedule schedule,
            InstantSource clock) {
        return new ConfigureConnection(transactions, connections, practiceSystem, copy, sealer, schedule, clock);
    }

    @Bean
    GetConnection getConnection(InMemoryTransactions transactions, InMemoryConnections connections) {
        return new GetConnection(transactions, connections);
    }

    @Bean
    RemoveConnection removeConnection(
            InMemoryTransactions transactions, InMemoryConnections connections, SyncSchedule schedule) {
        return new RemoveConnection(transactions, connections, schedule);
    }

    @Bean
    CheckConnection checkConnection(
            InMemoryTransactions transactions,
            InMemoryConnections connections,
            FakePracticeSystem practiceSystem,
            Sealer sealer,
            InstantSource clock) {
        return new CheckConnection(transactions, connections, practiceSystem, sealer, clock);
    }
}
