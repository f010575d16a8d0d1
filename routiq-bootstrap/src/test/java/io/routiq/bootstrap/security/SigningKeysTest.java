package io.routiq.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import io.routiq.application.health.HealthProbe.Finding;
import io.routiq.application.health.HealthProbe.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private volatile Instant now = START;
    private final Provider provider = new Provider("one");
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor();
    private final SigningKeys keys = new SigningKeys(provider, () -> now, background);

    @AfterEach
    void close() throws IOException {
        keys.close();
    }

    @Test
    void asksTheProviderWhenAKeyIsFirstNeeded() throws KeySourceException {
        assertThat(provider.asked).hasValue(0);
        assertThat(find("one")).hasSize(1);
        assertThat(find("one")).hasSize(1);
        assertThat(provider.asked).hasValue(1);
    }

    @Test
    void renewsAheadInTheBackground() throws Exception {
        find("one");
        pass(Duration.ofMinutes(49));
        find("one");
        letBackgroundFinish();
        assertThat(provider.asked).hasValue(1);

        provider.publish("two");
        pass(Duration.ofMinutes(2));
        assertThat(find("one")).as("the old key, without waiting").hasSize(1);
        letBackgroundFinish();
        assertThat(provider.asked).hasValue(2);
        assertThat(find("two")).hasSize(1);
        assertThat(provider.asked).hasValue(2);
    }

    @Test
    void asksAgainAfterAnHour() throws KeySourceException {
        find("one");
        provider.publish("two");
        pass(SigningKeys.LIFETIME.plusSeconds(1));
        assertThat(find("one")).isEmpty();
        assertThat(find("two")).hasSize(1);
    }

    @Test
    void findsANewKeyAtOnceAfterARotation() throws KeySourceException {
        find("one");
        provider.publish("one", "two");
        assertThat(find("two")).hasSize(1);
        assertThat(provider.asked).hasValue(2);
    }

    @Test
    void looksForUnknownKeysOnceInFiveMinutes() throws KeySourceException {
        find("one");
        for (int made = 0; made < 100; made++) {
            assertThat(find("made-up-" + made)).isEmpty();
        }
        assertThat(provider.asked).hasValue(2);

        pass(SigningKeys.UNKNOWN_KEY_PAUSE.minusMillis(1));
        assertThat(find("made-up")).isEmpty();
        assertThat(provider.asked).hasValue(2);

        pass(Duration.ofMillis(1));
        assertThat(find("made-up")).isEmpty();
        assertThat(provider.asked).hasValue(3);
    }

    @Test
    void refusesNobodyWhileNewKeysAreOnTheirWay() throws Exception {
        find("one");
        provider.publish("one", "two");
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<JWK>>> found = IntStream.range(0, 20)
                    .mapToObj(caller -> callers.submit(() -> {
                        go.await();
                        return find("two");
                    }))
                    .toList();
            go.countDown();
            for (Future<List<JWK>> each : found) {
                assertThat(each.get()).hasSize(1);
            }
        }
        assertThat(provider.asked).hasValue(2);
    }

    @Test
    void servesOldKeysForADayWhileTheProviderIsDown() throws Exception {
        find("one");
        provider.down = true;
        for (int hour = 1; hour < 23; hour++) {
            pass(Duration.ofHours(1));
            assertThat(find("one")).hasSize(1);
        }
        assertThat(provider.asked).as("once an hour").hasValue(23);
        for (int renewal = 0; renewal < 2; renewal++) {
            pass(Duration.ofMinutes(59));
            assertThat(find("one")).hasSize(1);
            letBackgroundFinish();
        }
        pass(Duration.ofMinutes(2));
        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find("one"));
    }

    @Test
    void recoversSoonAfterStartingWithoutTheProvider() throws KeySourceException {
        provider.down = true;
        for (int call = 0; call < 10; call++) {
            assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find("one"));
        }
        assertThat(provider.asked)
                .as("callers do not queue up for a provider that is down")
                .hasValue(2);

        provider.down = false;
        pass(Duration.ofSeconds(10));
        assertThat(find("one")).hasSize(1);
    }

    @Test
    void keepsItsKeysWhenTheProviderPublishesNone() throws KeySourceException {
        find("one");
        provider.publish();
        pass(SigningKeys.LIFETIME.plusSeconds(1));
        assertThat(find("one")).hasSize(1);
    }

    @Test
    void reportsWhenKeysWereLastRead() {
        IdentityProviderProbe probe = new IdentityProviderProbe(keys);
        assertThat(probe.name()).isEqualTo("identity_provider");
        assertThat(probe.whenSilent()).isEqualTo(State.DEGRADED);
        assertThat(probe.examine()).isEqualTo(new Finding(State.HEALTHY, Map.of("keys_as_of", START)));

        provider.down = true;
        pass(SigningKeys.LIFETIME.plusSeconds(1));
        assertThat(probe.examine()).isEqualTo(new Finding(State.DEGRADED, Map.of("keys_as_of", START)));

        provider.down = false;
        pass(Duration.ofSeconds(10));
        assertThat(probe.examine()).isEqualTo(new Finding(State.HEALTHY, Map.of("keys_as_of", now)));
    }

    @Test
    void reportsThatThereHaveNeverBeenKeys() {
        provider.down = true;
        assertThat(new IdentityProviderProbe(keys).examine()).isEqualTo(new Finding(State.DEGRADED, Map.of()));
    }

    private List<JWK> find(String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    // The background is one thread, so what was asked of it before is done when this returns.
    private void letBackgroundFinish() throws InterruptedException, ExecutionException {
        background.submit(() -> {}).get();
    }

    private static final class Provider implements JWKSetSource<SecurityContext> {

        private final AtomicInteger asked = new AtomicInteger();
        private volatile JWKSet published = new JWKSet();
        private volatile boolean down;

        Provider(String... ids) {
            publish(ids);
        }

        private void publish(String... ids) {
            published = new JWKSet(Arrays.stream(ids).map(Provider::key).toList());
        }

        // What kind of key it is does not matter here, and these are made at once.
        private static JWK key(String id) {
            try {
                return new OctetSequenceKeyGenerator(256).keyID(id).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long time, @Nullable SecurityContext context)
                throws KeySourceException {
            asked.incrementAndGet();
            if (down) {
                throw new JWKSetUnavailableException("The provider is down");
            }
            return published;
        }

        @Override
        public void close() {
            published = new JWKSet();
        }
    }
}
