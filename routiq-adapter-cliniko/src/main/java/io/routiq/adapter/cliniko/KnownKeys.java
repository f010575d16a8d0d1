package io.routiq.adapter.cliniko;

import io.routiq.application.practice.Located;
import io.routiq.application.practice.PracticeCredentials;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The keys in use in this process. A forgotten one is only slower for a while, so the longest unused are. */
final class KnownKeys {

    private static final int MOST = 20_000;

    private final ClinikoSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<PracticeCredentials, KnownKey> keys = latest();
    private final Map<String, RequestBudget> users = latest();

    KnownKeys(ClinikoSettings settings) {
        this.settings = settings;
    }

    KnownKey get(Located.At located) {
        lock.lock();
        try {
            return keys.computeIfAbsent(
                    located.credentials(), unknown -> new KnownKey(located, new RequestBudget(settings)));
        } finally {
            lock.unlock();
        }
    }

    /** The key belongs to this Cliniko user, whose other keys spend from the same rate. */
    void belongsTo(KnownKey key, String user) {
        lock.lock();
        try {
            RequestBudget shared = users.computeIfAbsent(user, first -> key.budget());
            if (shared != key.budget()) {
                shared.absorb(key.budget());
                key.shareBudget(shared);
            }
        } finally {
            lock.unlock();
        }
    }

    private static <K, V> Map<K, V> latest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
