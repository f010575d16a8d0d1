package io.routiq.adapter.cliniko.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The latest requests, and counts of all. No key and no body is kept. */
public final class RequestJournal {

    private static final int KEPT = 10_000;

    /**
     * One request to the API.
     *
     * @param path below {@code /v1}
     * @param query decoded parameters, {@code name=value}
     * @param account empty when nobody was authenticated
     * @param userAgent empty when the header was missing
     * @param accept empty when the header was missing, which breaks Cliniko's rules
     */
    public record Entry(
            Instant at,
            String method,
            String shard,
            String path,
            List<String> query,
            int status,
            String account,
            String userAgent,
            String accept) {}

    private final ArrayDeque<Entry> latest = new ArrayDeque<>();
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    void add(Entry entry) {
        locked(() -> {
            if (latest.size() == KEPT) {
                latest.removeFirst();
            }
            latest.addLast(entry);
            byStatus.merge(entry.status(), 1L, Long::sum);
        });
    }

    /** The oldest first, at most ten thousand. */
    public List<Entry> entries() {
        List<Entry> copy = new ArrayList<>();
        locked(() -> copy.addAll(latest));
        return copy;
    }

    public List<Entry> entries(Predicate<Entry> wanted) {
        return entries().stream().filter(wanted).toList();
    }

    /** How many requests were answered with each status since the last reset; 0 stands for none at all. */
    public Map<Integer, Long> countsByStatus() {
        Map<Integer, Long> copy = new TreeMap<>();
        locked(() -> copy.putAll(byStatus));
        return copy;
    }

    public long count() {
        return countsByStatus().values().stream().mapToLong(Long::longValue).sum();
    }

    public void clear() {
        locked(() -> {
            latest.clear();
            byStatus.clear();
        });
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
