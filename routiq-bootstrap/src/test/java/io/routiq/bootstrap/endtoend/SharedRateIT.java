package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.Cliniko;
import io.routiq.adapter.cliniko.ClinikoSettings;
import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.ClinikoSimulator;
import io.routiq.adapter.cliniko.simulator.RequestJournal;
import io.routiq.adapter.cliniko.simulator.SimulatedAccount;
import io.routiq.adapter.cliniko.simulator.SimulatedPractice;
import io.routiq.adapter.cliniko.simulator.SimulatorClock;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.adapter.persistence.PersistenceConfiguration;
import io.routiq.adapter.persistence.PersistenceSettings;
import io.routiq.adapter.persistence.PostgresTestServer;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.PracticeAccess;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.RequestWindows;
import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Instances that know nothing of each other but the database keep to one key's rate together. */
class SharedRateIT {

    private static final Instant NOW = Instant.parse("2026-06-15T02:30:00Z");
    private static final int RATE = 200;
    private static final int THREADS = 4;
    /** Two minutes' worth for all threads, with room for what is in flight while the clock jumps: that counts for longer. */
    private static final int PAGES_OF_EACH = 60;

    private static final StreamRead LOCATIONS = StreamRead.first(SyncStream.LOCATIONS, new Selection.Everything());

    private final PersistenceSettings database = PostgresTestServer.newDatabase();
    private final SimulatorClock clock = SimulatorClock.frozenAt(NOW);

    @AutoClose
    private final ClinikoSimulator simulator = ClinikoSimulator.start(0, clock);

    private final SimulatedAccount clinic = simulator.addAccount("Harbour Physio", "au2");
    private final String key = clinic.issueKey();

    @AutoClose
    private final Instance here = new Instance("org_here", key);

    @AutoClose
    private final Instance there = new Instance("org_there", key);

    /** One of the processes that share the database; each works for an organization that has configured the key. */
    private final class Instance implements AutoCloseable {

        private final OrganizationId organization;
        private final PracticeAccess access;
        private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        private final PracticeSystem cliniko;

        Instance(String organization, String key) {
            this.organization = new OrganizationId(organization);
            this.access = new PracticeAccess(
                    new PracticeCredentials(key),
                    new PracticeAccount(Long.toString(clinic.id()), "Harbour Physio", "AU"));
            context.registerBean(PersistenceSettings.class, () -> database);
            context.register(PersistenceConfiguration.class);
            context.refresh();
            this.cliniko = Cliniko.practiceSystem(
                    ClinikoSettings.of(new ClinikoSettings.Contact("Routiq", "support@routiq.example.test"), clock)
                            .withEndpoint(simulator.address() + "/{shard}/v1")
                            .withRate(new ClinikoSettings.Rate(RATE, THREADS))
                            .withTimes(new ClinikoSettings.Times(
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(35),
                                    Duration.ZERO,
                                    Duration.ofMillis(1))),
                    context.getBean(RequestWindows.class));
        }

        Answer<PracticeAccount> begin() {
            return cliniko.account(organization, access.credentials());
        }

        Answer<RecordPage> ask() {
            return cliniko.read(organization, access, LOCATIONS);
        }

        /** As fast as it may: the clock moves on as soon as there is nothing to do but wait. */
        Integer readAll() {
            int pages = 0;
            while (pages < PAGES_OF_EACH) {
                switch (ask()) {
                    case Answer.Given<RecordPage> given -> {
                        pages++;
                        moveTo(clock.instant().plusMillis(7));
                    }
                    case Answer.NotBefore<RecordPage> wait -> moveTo(wait.instant());
                }
            }
            return pages;
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private synchronized void moveTo(Instant instant) {
        if (instant.isAfter(clock.instant())) {
            clock.freezeAt(instant);
        }
    }

    /** That a list is empty would take three questions to believe. */
    @BeforeEach
    void openALocation() {
        SimulatedPractice.seed(clinic, 1, 0, 1, NOW);
    }

    @Test
    void sendTogetherNoMoreThanTheRateInAnyMinute() throws InterruptedException {
        readAll(here, there);
        assertThat(Duration.between(NOW, clock.instant())).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(140));
    }

    @Test
    void shareTheRateOfAUserWhoHasTwoKeys() throws InterruptedException {
        try (Instance second = new Instance("org_second", clinic.issueKey(clinic.userOf(key)))) {
            assertThat(List.of(here.begin(), second.begin())).allMatch(Answer.Given.class::isInstance);
            readAll(here, second);
        }
    }

    @Test
    void knowFromTheFirstRequestWhoseAKeyIs() {
        String second = clinic.issueKey(clinic.userOf(key));
        try (Instance before = new Instance("org_second", second)) {
            before.begin();
        }
        here.begin();
        IntStream.range(4, RATE).forEach(i -> assertThat(here.ask()).isInstanceOf(Answer.Given.class));

        try (Instance restarted = new Instance("org_second", second)) {
            assertThat(restarted.begin()).isEqualTo(new Answer.NotBefore<>(NOW.plusSeconds(60)));
        }
        assertThat(simulator.journal().countsByStatus()).containsOnlyKeys(200);
    }

    private void readAll(Instance one, Instance other) throws InterruptedException {
        simulator.switches().set(Switch.RATE_WINDOW, Choice.SLIDING);
        clinic.requestsPerMinute(RATE);
        List<Callable<Integer>> workers = new ArrayList<>();
        IntStream.range(0, THREADS).forEach(i -> {
            workers.add(one::readAll);
            workers.add(other::readAll);
        });

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(workers).stream().map(Future::resultNow))
                    .containsOnly(PAGES_OF_EACH);
        }

        assertThat(simulator.journal().countsByStatus()).containsOnlyKeys(200);
        List<Instant> sent = simulator.journal().entries().stream()
                .map(RequestJournal.Entry::at)
                .sorted()
                .toList();
        assertThat(IntStream.range(0, sent.size() - RATE))
                .hasSizeGreaterThanOrEqualTo(2 * THREADS * PAGES_OF_EACH - RATE)
                .allMatch(i -> !sent.get(i + RATE).isBefore(sent.get(i).plusSeconds(60)));
    }

    @Test
    void obeyWhatTheOtherWasToldToWait() {
        clinic.requestsPerMinute(10);
        IntStream.range(0, 10).forEach(i -> assertThat(here.ask()).isInstanceOf(Answer.Given.class));

        Answer<RecordPage> refused = here.ask();

        assertThat(simulator.journal().countsByStatus()).containsEntry(429, 1L);
        assertThat(refused).isInstanceOf(Answer.NotBefore.class);
        assertThat(there.ask()).isEqualTo(refused);
        assertThat(simulator.journal().count()).isEqualTo(11);
    }

    @Test
    void knowWhatWasSpentBeforeTheyStarted() {
        IntStream.range(0, RATE).forEach(i -> assertThat(here.ask()).isInstanceOf(Answer.Given.class));
        here.close();

        try (Instance restarted = new Instance("org_here", key)) {
            assertThat(restarted.ask()).isEqualTo(new Answer.NotBefore<>(NOW.plusSeconds(60)));
        }
        assertThat(simulator.journal().countsByStatus()).containsOnlyKeys(200);
    }
}
