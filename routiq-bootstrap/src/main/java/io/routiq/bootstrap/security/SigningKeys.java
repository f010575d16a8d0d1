package io.routiq.bootstrap.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.jwk.source.RefreshAheadCachingJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider's public keys. They are read when first needed, kept for an hour and renewed in the background
 * before it ends; while the provider is down the last ones serve for a day. A key id that nobody knows has them read
 * again, once in five minutes, so that made-up ids cannot burden the provider.
 */
final class SigningKeys implements JWKSource<SecurityContext>, AutoCloseable {

    static final Duration LIFETIME = Duration.ofHours(1);
    static final Duration OUTAGE = Duration.ofHours(24);
    static final Duration UNKNOWN_KEY_PAUSE = Duration.ofMinutes(5);

    private static final Duration REFRESH_AHEAD = Duration.ofMinutes(10);
    private static final Duration REFRESH_WAIT = Duration.ofSeconds(5);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(10);

    private final ObservedKeys observed;
    private final JWKSetSource<SecurityContext> source;
    private final InstantSource clock;
    private final ScheduledExecutorService background;
    private long nextLookForUnknownKey = Long.MIN_VALUE;

    /** @param background runs the renewals; shut down with this */
    SigningKeys(JWKSetSource<SecurityContext> provider, InstantSource clock, ScheduledExecutorService background) {
        this.observed = new ObservedKeys(provider);
        this.clock = clock;
        this.background = background;
        // Old keys handed out at the last moment are cached for another lifetime.
        var throughOutages = new OutageTolerantJWKSetSource<>(
                observed, OUTAGE.minus(LIFETIME).toMillis(), null);
        var notTooOften = new RateLimitedJWKSetSource<>(throughOutages, RETRY_PAUSE.toMillis(), null);
        this.source = new RefreshAheadCachingJWKSetSource<>(
                notTooOften,
                LIFETIME.toMillis(),
                REFRESH_WAIT.toMillis(),
                REFRESH_AHEAD.toMillis(),
                background,
                true,
                null,
                background,
                true);
    }

    /** @throws KeySourceException if there are no keys at all; an unknown key is an empty list */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        JWKSet known = read(JWKSetCacheRefreshEvaluator.noRefresh());
        List<JWK> chosen = selector.select(known);
        return chosen.isEmpty() ? selector.select(newerThan(known)) : chosen;
    }

    // Callers wait here for the one who asks, so that nobody is refused while new keys are on their way.
    private synchronized JWKSet newerThan(JWKSet known) throws KeySourceException {
        JWKSet current = read(JWKSetCacheRefreshEvaluator.noRefresh());
        long now = clock.millis();
        if (!current.equals(known) || now < nextLookForUnknownKey) {
            return current;
        }
        nextLookForUnknownKey = now + UNKNOWN_KEY_PAUSE.toMillis();
        return read(JWKSetCacheRefreshEvaluator.referenceComparison(current));
    }

    /** How the last reading went; reads now if there are no keys yet or the last reading failed. */
    ObservedKeys.Standing standing() {
        try {
            read(
                    observed.standing().failing()
                            ? JWKSetCacheRefreshEvaluator.forceRefresh()
                            : JWKSetCacheRefreshEvaluator.noRefresh());
        } catch (KeySourceException e) {
            return observed.standing();
        }
        return observed.standing();
    }

    private JWKSet read(JWKSetCacheRefreshEvaluator refresh) throws KeySourceException {
        return source.getJWKSet(refresh, clock.millis(), null);
    }

    @Override
    public void close() throws IOException {
        source.close();
        background.shutdownNow();
    }
}
