package io.routiq.adapter.rest.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.routiq.adapter.rest.RestSettings;
import io.routiq.domain.organization.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets each user of an organization send so many requests a minute to this instance, a third of them at once, and tells
 * them how many are left (draft-ietf-httpapi-ratelimit-headers).
 */
@Component
final class RateLimit implements HandlerInterceptor {

    private static final int REQUESTS_BETWEEN_SWEEPS = 1000;

    private final int requestsPerMinute;
    private final int burst;
    private final TimeMeter meter;
    private final Map<User, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    RateLimit(RestSettings settings, InstantSource clock) {
        this.requestsPerMinute = settings.requestsPerMinute();
        this.burst = Math.max(1, requestsPerMinute / 3);
        this.meter = meter(clock);
    }

    private record User(OrganizationId organization, String id) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Caller caller = Guard.caller(request);
        if (caller == null) {
            return true;
        }
        sweepNowAndThen();
        ConsumptionProbe probe = buckets.computeIfAbsent(
                        new User(caller.organization(), caller.userId()), user -> newBucket())
                .tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", policy());
        response.setHeader(
                "RateLimit",
                "\"default\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            long wait = seconds(probe.getNanosToWaitForRefill());
            throw Refusal.of(
                    ProblemCode.RATE_LIMITED,
                    "Too many requests in a short time. Wait for " + wait + " s and send the request again.",
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(wait));
        }
        return true;
    }

    /** So many at once, and as many again after the seconds that fill the bucket up. */
    private String policy() {
        return "\"default\";q=" + burst + ";w=" + Math.ceilDiv(burst * 60, requestsPerMinute);
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(requestsPerMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** A full bucket is as good as none, so only those are held that were used within the last seconds. */
    private void sweepNowAndThen() {
        if (requests.incrementAndGet() % REQUESTS_BETWEEN_SWEEPS == 0) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= burst);
        }
    }

    int held() {
        return buckets.size();
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    private static TimeMeter meter(InstantSource clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
