package io.routiq.application.practice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Windows in memory. */
public final class InMemoryRequestWindows implements RequestWindows {

    private final Map<KeyFingerprint, RequestWindow> windows = new HashMap<>();
    private final Map<KeyFingerprint, KeyFingerprint> users = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public <T extends RequestWindow.Turn> T change(KeyFingerprint key, Function<Optional<RequestWindow>, T> turn) {
        lock.lock();
        try {
            KeyFingerprint spender = users.getOrDefault(key, key);
            T taken = turn.apply(Optional.ofNullable(windows.get(spender)));
            windows.put(spender, taken.window());
            return taken;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void share(KeyFingerprint key, KeyFingerprint user) {
        lock.lock();
        try {
            RequestWindow own = windows.remove(key);
            if (own != null) {
                windows.merge(user, own, RequestWindow::plus);
                users.put(key, user);
            }
        } finally {
            lock.unlock();
        }
    }
}
