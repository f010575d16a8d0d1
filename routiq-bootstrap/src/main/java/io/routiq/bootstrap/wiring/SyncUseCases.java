package io.routiq.bootstrap.wiring;

import io.routiq.application.Sealer;
import io.routiq.application.Transactions;
import io.routiq.application.connection.Connections;
import io.routiq.application.connection.SyncSchedule;
import io.routiq.application.patient.Patients;
import io.routiq.application.practice.Census;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.Quarantine;
import io.routiq.application.practice.Watermarks;
import io.routiq.application.sync.CancelSync;
import io.routiq.application.sync.FollowSync;
import io.routiq.application.sync.GetSyncDashboard;
import io.routiq.application.sync.GetSyncRun;
import io.routiq.application.sync.ListQuarantine;
import io.routiq.application.sync.ListSyncHistory;
import io.routiq.application.sync.RunSync;
import io.routiq.application.sync.StartScheduledSync;
import io.routiq.application.sync.StartSync;
import io.routiq.application.sync.SyncCheckpoints;
import io.routiq.application.sync.SyncJobs;
import io.routiq.application.sync.SyncRuns;
import io.routiq.application.sync.SyncStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases that synchronise, and tell how it goes. */
@Configuration(proxyBeanMethods = false)
public class SyncUseCases {

    @Bean
    SyncStore syncStore(
            Transactions transactions,
            SyncRuns runs,
            SyncCheckpoints checkpoints,
            Watermarks watermarks,
            PracticeCopy copy,
            Quarantine quarantine,
            Census census) {
        return new SyncStore(transactions, runs, checkpoints, watermarks, copy, quarantine, census);
    }

    @Bean
    RunSync runSync(
            SyncStore store,
            Connections connections,
            Patients patients,
            PracticeSystem practiceSystem,
            Sealer sealer,
            InstantSource clock) {
        return new RunSync(store, connections, patients, practiceSystem, sealer, clock);
    }

    @Bean
    StartSync startSync(
            Transactions transactions, Connections connections, SyncRuns runs, SyncJobs jobs, InstantSource clock) {
        return new StartSync(transactions, connections, runs, jobs, clock, suffixes());
    }

    @Bean
    StartScheduledSync startScheduledSync(
            Transactions transactions,
            Connections connections,
            SyncRuns runs,
            PracticeCopy copy,
            StartSync start,
            InstantSource clock) {
        return new StartScheduledSync(transactions, connections, runs, copy, start, clock);
    }

    @Bean
    CancelSync cancelSync(Transactions transactions, SyncRuns runs, SyncCheckpoints checkpoints, InstantSource clock) {
        return new CancelSync(transactions, runs, checkpoints, clock);
    }

    @Bean
    GetSyncRun getSyncRun(Transactions transactions, SyncRuns runs) {
        return new GetSyncRun(transactions, runs);
    }

    @Bean
    FollowSync followSync(Transactions transactions, SyncRuns runs) {
        return new FollowSync(transactions, runs);
    }

    @Bean
    ListSyncHistory listSyncHistory(Transactions transactions, SyncRuns runs) {
        return new ListSyncHistory(transactions, runs);
    }

    @Bean
    ListQuarantine listQuarantine(Transactions transactions, Quarantine quarantine) {
        return new ListQuarantine(transactions, quarantine);
    }

    @Bean
    GetSyncDashboard getSyncDashboard(
            Transactions transactions,
            SyncRuns runs,
            Patients patients,
            Connections connections,
            Watermarks watermarks,
            SyncSchedule schedule,
            InstantSource clock) {
        return new GetSyncDashboard(transactions, runs, patients, connections, watermarks, schedule, clock);
    }

    private static Supplier<String> suffixes() {
        SecureRandom random = new SecureRandom();
        return () -> random.ints(6, 0, 36)
                .mapToObj(digit -> Character.toString(Character.forDigit(digit, 36)))
                .reduce("", String::concat);
    }
}
