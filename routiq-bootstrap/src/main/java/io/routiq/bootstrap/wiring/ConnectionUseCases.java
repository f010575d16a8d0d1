package io.routiq.bootstrap.wiring;

import io.routiq.application.Sealer;
import io.routiq.application.Transactions;
import io.routiq.application.connection.CheckConnection;
import io.routiq.application.connection.ConfigureConnection;
import io.routiq.application.connection.Connections;
import io.routiq.application.connection.GetConnection;
import io.routiq.application.connection.RemoveConnection;
import io.routiq.application.connection.SyncSchedule;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeSystem;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases around a practice's key to its practice system. */
@Configuration(proxyBeanMethods = false)
public class ConnectionUseCases {

    @Bean
    ConfigureConnection configureConnection(
            Transactions transactions,
            Connections connections,
            PracticeSystem practiceSystem,
            PracticeCopy copy,
            Sealer sealer,
            SyncSchedule schedule,
            InstantSource clock) {
        return new ConfigureConnection(transactions, connections, practiceSystem, copy, sealer, schedule, clock);
    }

    @Bean
    CheckConnection checkConnection(
            Transactions transactions,
            Connections connections,
            PracticeSystem practiceSystem,
            Sealer sealer,
            InstantSource clock) {
        return new CheckConnection(transactions, connections, practiceSystem, sealer, clock);
    }

    @Bean
    GetConnection getConnection(Transactions transactions, Connections connections) {
        return new GetConnection(transactions, connections);
    }

    @Bean
    RemoveConnection removeConnection(Transactions transactions, Connections connections, SyncSchedule schedule) {
        return new RemoveConnection(transactions, connections, schedule);
    }
}
