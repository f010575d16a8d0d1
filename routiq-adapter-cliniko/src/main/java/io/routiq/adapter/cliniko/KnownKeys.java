package io.routiq.adapter.cliniko;

import io.routiq.application.practice.KeyFingerprint;
import io.routiq.application.practice.Located;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.RequestWindows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The keys in use in this process. A forgotten one is only slower for a while, so the longest unused are. */
final class KnownKeys {

    private static final int MOST = 20_000;

    private final ClinikoSettings settings;
    private final RequestWindows windows;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<PracticeCredentials, KnownKey> keys = latest();

    KnownKeys(ClinikoSettings settings, RequestWindows windows) {
        this.settings = settings;
        this.windows = windows;
    }

    KnownKey get(Located.At located) {
        lock.lock();
        try {
            return keys.computeIfAbsent(
                    located.credentials(),
                    unknown -> new KnownKey(located, new RequestBudget(settings, windows, KeyFingerprint.of(unknown))));
        } finally {
            lock.unlock();
        }
    }

    private static Map<PracticeCredentials, KnownKey> latest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<PracticeCredentials, KnownKey> eldest) {
                return size() > MOST;
            }
        };
    }
}
