package io.routiq.bootstrap.worker;

import io.routiq.application.sync.FollowSync;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every second at the runs that somebody follows here. Stops before the web server does, which would wait for the
 * followers' requests.
 */
final class Lookout implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final FollowSync follow;
    private volatile @Nullable Thread thread;

    Lookout(FollowSync follow) {
        this.follow = follow;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("lookout").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException stopping) {
            LOG.debug("Nobody is to follow anything any more");
        }
    }

    private void look() {
        try {
            follow.look();
        } catch (RuntimeException trouble) {
            LOG.warn("Nobody can be told how far runs are: {}", trouble.toString());
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        follow.close();
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
