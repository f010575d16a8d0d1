package io.routiq.adapter.cliniko.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Which keys are valid, and whose they are. Made-up keys only: their text says so. */
final class Keys {

    private static final Pattern SHARD_SUFFIX = Pattern.compile("-[A-Za-z]{2}\\d{1,2}$");

    record Holder(SimulatedAccount account, long user) {}

    private final Map<String, Holder> holders = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    /** Without a shard. */
    String issue(SimulatedAccount account, long user) {
        String content = "1-%019d-synthetic-key-%06d-of-a-simulator".formatted(user, issued.incrementAndGet());
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(US_ASCII));
        holders.put(key, new Holder(account, user));
        return key;
    }

    /** With or without a shard at its end. */
    Optional<Holder> find(String key) {
        return Optional.ofNullable(holders.get(bare(key)));
    }

    void revoke(String key) {
        holders.remove(bare(key));
    }

    void clear() {
        holders.clear();
    }

    private static String bare(String key) {
        return SHARD_SUFFIX.matcher(key).replaceFirst("");
    }
}
