package io.routiq.application.health;

import static io.routiq.application.health.HealthProbe.State.DEGRADED;
import static io.routiq.application.health.HealthProbe.State.HEALTHY;
import static io.routiq.application.health.HealthProbe.State.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.routiq.application.health.GetHealth.Health;
import io.routiq.application.health.HealthProbe.Finding;
import io.routiq.application.health.HealthProbe.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GetHealthTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        never.countDown();
        executor.close();
    }

    @Test
    void isHealthyWithNothingToLookAt() {
        assertThat(health(LONG)).isEqualTo(new Health(HEALTHY, Map.of()));
    }

    @Test
    void tellsWhatEachPartFoundInTheirOrder() {
        Finding database = new Finding(HEALTHY, Map.of("latency_ms", 3));
        Finding scheduler = new Finding(HEALTHY, Map.of());

        Health health = health(LONG, probe("database", () -> database), probe("scheduler", () -> scheduler));

        assertThat(health.state()).isEqualTo(HEALTHY);
        assertThat(health.findings()).containsExactly(entry("database", database), entry("scheduler", scheduler));
    }

    @Test
    void isAsBadAsTheWorstPart() {
        assertThat(health(LONG, found("a", HEALTHY), found("b", DEGRADED)).state())
                .isEqualTo(DEGRADED);
        assertThat(health(LONG, found("a", UNHEALTHY), found("b", DEGRADED)).state())
                .isEqualTo(UNHEALTHY);
    }

    @Test
    void doesNotWaitForAPartThatHangs() {
        Health health = health(SHORT, probe("database", this::hang), found("scheduler", HEALTHY));

        assertThat(health.state()).isEqualTo(UNHEALTHY);
        assertThat(health.findings())
                .containsEntry("database", new Finding(UNHEALTHY, Map.of()))
                .containsEntry("scheduler", new Finding(HEALTHY, Map.of()));
    }

    @Test
    void takesWhateverAPartThrowsAsSilence() {
        Health health = health(
                LONG,
                probe("exception", () -> {
                    throw new IllegalStateException("a host that nobody has to know");
                }),
                probe("error", () -> {
                    throw new StackOverflowError();
                }));

        assertThat(health.findings().values()).containsOnly(new Finding(UNHEALTHY, Map.of()));
    }

    @Test
    void looksAtAllPartsSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        Supplier<Finding> meet = () -> {
            both.countDown();
            await(both);
            return new Finding(HEALTHY, Map.of());
        };

        assertThat(health(LONG, probe("one", meet), probe("other", meet)).state())
                .isEqualTo(HEALTHY);
    }

    private Health health(Duration patience, HealthProbe... probes) {
        return new GetHealth(List.of(probes), executor, patience).get();
    }

    private Finding hang() {
        await(never);
        return new Finding(HEALTHY, Map.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static HealthProbe found(String name, State state) {
        return probe(name, () -> new Finding(state, Map.of()));
    }

    private static HealthProbe probe(String name, Supplier<Finding> examine) {
        return new HealthProbe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public State whenSilent() {
                return UNHEALTHY;
            }

            @Override
            public Finding examine() {
                return examine.get();
            }
        };
    }
}
