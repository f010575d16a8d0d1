package io.routiq.adapter.rest;

import com.nimbusds.jose.JOSEException;
import io.routiq.application.FakeSealer;
import io.routiq.application.InMemoryTransactions;
import io.routiq.application.MutableClock;
import io.routiq.application.audit.InMemoryAuditTrail;
import io.routiq.application.connection.InMemoryConnections;
import io.routiq.application.connection.InMemorySyncSchedule;
import io.routiq.application.connection.SyncSchedule;
import io.routiq.application.health.GetHealth;
import io.routiq.application.patient.InMemoryAppointmentTypes;
import io.routiq.application.patient.InMemoryPatients;
import io.routiq.application.patient.ListPatients;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SummariseAppointmentTypes;
import io.routiq.application.practice.FakePracticeSystem;
import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.practice.InMemoryWatermarks;
import io.routiq.application.sync.CancelSync;
import io.routiq.application.sync.FollowSync;
import io.routiq.application.sync.GetSyncDashboard;
import io.routiq.application.sync.GetSyncRun;
import io.routiq.application.sync.InMemorySyncCheckpoints;
import io.routiq.application.sync.InMemorySyncJobs;
import io.routiq.application.sync.InMemorySyncRuns;
import io.routiq.application.sync.ListQuarantine;
import io.routiq.application.sync.ListSyncHistory;
import io.routiq.application.sync.StartSync;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The REST adapter over the use cases, with everything behind them in memory. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({RestConfiguration.class, TestConnections.class, TestOperations.class, TestVisits.class})
class TestApplication {

    /** More than any test sends, because the clock stands still. */
    static final int REQUESTS_PER_MINUTE = 30_000;

    static final Instant NOW = Instant.parse("2025-01-15T10:30:00.123456Z");

    @Bean
    RestSettings restSettings() {
        return new RestSettings(
                "2.0.0",
                "test",
                List.of("http://localhost:3000"),
                true,
                true,
                false,
                new RestSettings.Administrators(List.of("user_root"), "platform_admin", "true"),
                REQUESTS_PER_MINUTE);
    }

    @Bean
    MutableClock clock() {
        return new MutableClock(NOW);
    }

    @Bean
    InMemoryTransactions transactions() {
        return new InMemoryTransactions();
    }

    @Bean
    FakeSealer sealer() {
        return new FakeSealer();
    }

    /** Knows one signer; the token {@code outage} finds no keys to be checked by. */
    @Bean
    JwtDecoder jwtDecoder() throws JOSEException {
        JwtTimestampValidator timely = new JwtTimestampValidator(Duration.ZERO);
        timely.setClock(Clock.fixed(NOW, ZoneOffset.UTC));
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withPublicKey(Tokens.KEY.toRSAPublicKey()).build();
        decoder.setJwtValidator(timely);
        return token -> {
            if (token.equals("outage")) {
                throw new JwtException("No answer from identity.example.test");
            }
            return decoder.decode(token);
        };
    }

    @Bean
    InMemoryConnections connections(InMemoryTransactions transactions) {
        return new InMemoryConnections(transactions);
    }

    @Bean
    FakePracticeSystem practiceSystem(InMemoryTransactions transactions, InstantSource clock) {
        return new FakePracticeSystem(transactions, clock);
    }

    @Bean
    InMemoryPracticeCopy copy(InMemoryTransactions transactions, InMemoryWatermarks watermarks) {
        return new InMemoryPracticeCopy(transactions, watermarks);
    }

    @Bean
    InMemoryWatermarks watermarks(InMemoryTransactions transactions) {
        return new InMemoryWatermarks(transactions);
    }

    @Bean
    InMemorySyncRuns runs(InMemoryTransactions transactions) {
        return new InMemorySyncRuns(transactions);
    }

    @Bean
    InMemorySyncJobs jobs(InMemoryTransactions transactions) {
        return new InMemorySyncJobs(transactions);
    }

    @Bean
    InMemorySyncCheckpoints checkpoints(InMemoryTransactions transactions) {
        return new InMemorySyncCheckpoints(transactions);
    }

    @Bean
    InMemoryAuditTrail audit(InMemoryTransactions transactions) {
        return new InMemoryAuditTrail(transactions);
    }

    /** Patients that a test can break. */
    @Bean
    BreakablePatients patients(InMemoryPracticeCopy copy) {
        return new BreakablePatients(new InMemoryPatients(copy));
    }

    @Bean
    SyncSchedule syncSchedule(InMemoryTransactions transactions) {
        return new InMemorySyncSchedule(transactions);
    }

    @Bean
    ListPatients listPatients(
            InMemoryTransactions transactions,
            Patients patients,
            InMemoryWatermarks watermarks,
            InMemoryAuditTrail audit,
            InstantSource clock) {
        return new ListPatients(transactions, patients, watermarks, audit, clock);
    }

    @Bean
    SummariseAppointmentTypes summariseAppointmentTypes(
            InMemoryTransactions transactions,
            InMemoryPracticeCopy copy,
            InMemoryWatermarks watermarks,
            InstantSource clock) {
        return new SummariseAppointmentTypes(transactions, new InMemoryAppointmentTypes(copy), watermarks, clock);
    }

    @Bean
    StartSync startSync(
            InMemoryTransactions transactions,
            InMemoryConnections connections,
            InMemorySyncRuns runs,
            InMemorySyncJobs jobs,
            InstantSource clock) {
        AtomicInteger number = new AtomicInteger();
        return new StartSync(
                transactions, connections, runs, jobs, clock, () -> "%06d".formatted(number.incrementAndGet()));
    }

    @Bean
    GetSyncRun getSyncRun(InMemoryTransactions transactions, InMemorySyncRuns runs) {
        return new GetSyncRun(transactions, runs);
    }

    /** Looks when a test says so. */
    @Bean
    FollowSync followSync(InMemoryTransactions transactions, InMemorySyncRuns runs) {
        return new FollowSync(transactions, runs);
    }

    @Bean
    CancelSync cancelSync(
            InMemoryTransactions transactions,
            InMemorySyncRuns runs,
            InMemorySyncCheckpoints checkpoints,
            InstantSource clock) {
        return new CancelSync(transactions, runs, checkpoints, clock);
    }

    @Bean
    ListQuarantine listQuarantine(InMemoryTransactions transactions, InMemoryPracticeCopy copy) {
        return new ListQuarantine(transactions, copy.quarantine());
    }

    @Bean
    GetSyncDashboard getSyncDashboard(
            InMemoryTransactions transactions,
            InMemorySyncRuns runs,
            Patients patients,
            InMemoryConnections connections,
            InMemoryWatermarks watermarks,
            SyncSchedule schedule,
            InstantSource clock) {
        return new GetSyncDashboard(transactions, runs, patients, connections, watermarks, schedule, clock);
    }

    @Bean
    ListSyncHistory listSyncHistory(InMemoryTransactions transactions, InMemorySyncRuns runs) {
        return new ListSyncHistory(transactions, runs);
    }

    @Bean
    SettableProbe probe() {
        return new SettableProbe();
    }

    @Bean
    ExecutorService probing() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    GetHealth getHealth(SettableProbe probe, ExecutorService probing) {
        return new GetHealth(List.of(probe), probing, Duration.ofSeconds(1));
    }
}
