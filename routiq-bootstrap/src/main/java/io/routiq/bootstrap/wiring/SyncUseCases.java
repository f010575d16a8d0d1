package io.routiq.bootstrap.wiring;

import io.routiq.application.Sealer;
import io.routiq.application.Transactions;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.connection.CheckConnection;
import io.routiq.application.connection.ConfigureConnection;
import io.routiq.application.connection.Connections;
import io.routiq.application.connection.GetConnection;
import io.routiq.application.connection.RemoveConnection;
import io.routiq.application.connection.SyncSchedule;
import io.routiq.application.dashboard.GetDashboard;
import io.routiq.application.dashboard.SummariseActivity;
import io.routiq.application.dashboard.Visits;
import io.routiq.application.health.GetHealth;
import io.routiq.application.health.HealthProbe;
import io.routiq.application.patient.AppointmentTypes;
import io.routiq.application.patient.ExplainActivity;
import io.routiq.application.patient.ListPatients;
import io.routiq.application.patient.ListPatientsWithVisits;
import io.routiq.application.patient.PatientVisits;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SummariseAppointmentTypes;
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
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every use case, each on its ports. */
@Configuration(proxyBeanMethods = false)
public class UseCases {

    /** The health answer is due within 2 s, whatever hangs. */
    private static final Duration PROBE_PATIENCE = Duration.ofMillis(1500);

    /** No finer than the database keeps instants: what was answered is what will be read. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

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

    @Bean
    GetDashboard getDashboard(
            Transactions transactions,
            GetSyncDashboard getSyncDashboard,
            Visits visits,
            SyncRuns runs,
            InstantSource clock) {
        return new GetDashboard(transactions, getSyncDashboard, visits, runs, clock);
    }

    @Bean
    ListPatients listPatients(
            Transactions transactions,
            Patients patients,
            Watermarks watermarks,
            AuditTrail audit,
            InstantSource clock) {
        return new ListPatients(transactions, patients, watermarks, audit, clock);
    }

    @Bean
    SummariseAppointmentTypes summariseAppointmentTypes(
            Transactions transactions, AppointmentTypes types, Watermarks watermarks, InstantSource clock) {
        return new SummariseAppointmentTypes(transactions, types, watermarks, clock);
    }

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

    @Bean
    ListPatientsWithVisits listPatientsWithVisits(
            Transactions transactions, ListPatients listPatients, PatientVisits visits) {
        return new ListPatientsWithVisits(transactions, listPatients, visits);
    }

    @Bean
    ExplainActivity explainActivity(
            Transactions transactions,
            PatientVisits visits,
            Watermarks watermarks,
            AuditTrail audit,
            InstantSource clock) {
        return new ExplainActivity(transactions, visits, watermarks, audit, clock);
    }

    @Bean
    SummariseActivity summariseActivity(
            Transactions transactions,
            PatientVisits visits,
            SyncRuns runs,
            Watermarks watermarks,
            AuditTrail audit,
            InstantSource clock) {
        return new SummariseActivity(transactions, visits, runs, watermarks, audit, clock);
    }

    @Bean
    GetHealth getHealth(List<HealthProbe> probes) {
        return new GetHealth(probes, Executors.newVirtualThreadPerTaskExecutor(), PROBE_PATIENCE);
    }

    private static Supplier<String> suffixes() {
        SecureRandom random = new SecureRandom();
        return () -> random.ints(6, 0, 36)
                .mapToObj(digit -> Character.toString(Character.forDigit(digit, 36)))
                .reduce("", String::concat);
    }
}
