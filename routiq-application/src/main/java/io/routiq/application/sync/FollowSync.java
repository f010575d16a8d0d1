package io.routiq.application.sync;

import io.routiq.application.Transactions;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells whoever follows a run how far it is, whichever instance works on it: the runs that are followed here are looked
 * at again and again, each once for all its followers.
 */
public final class FollowSync implements AutoCloseable {

    private final Transactions transactions;
    private final SyncRuns runs;
    private final Map<Run, Audience> audiences = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public FollowSync(Transactions transactions, SyncRuns runs) {
        this.transactions = transactions;
        this.runs = runs;
    }

    private record Run(OrganizationId organization, SyncRunId id) {}

    /** Follows a run from the state that it is in now; empty if the organization has none of that id. */
    public Optional<SyncFollower> follow(OrganizationId organization, SyncRunId id) {
        Run run = new Run(organization, id);
        SyncFollower follower = new SyncFollower(left -> leave(run, left));
        boolean there = false;
        try {
            there = join(run, follower).look().isPresent();
        } finally {
            if (!there) {
                follower.close();
            }
        }
        return there ? Optional.of(follower) : Optional.empty();
    }

    private Audience join(Run run, SyncFollower follower) {
        Audience audience = audiences.compute(run, (same, present) -> {
            Audience joined = present == null ? new Audience(run) : present;
            joined.followers.add(follower);
            return joined;
        });
        if (closed) {
            follower.stop();
        }
        return audience;
    }

    private void leave(Run run, SyncFollower follower) {
        audiences.computeIfPresent(run, (same, audience) -> {
            audience.followers.remove(follower);
            return audience.followers.isEmpty() ? null : audience;
        });
    }

    /**
     * Looks at every run that is followed and tells what has changed. To be called every second or so. What goes wrong with
     * one run keeps no other's followers waiting, and flies out at the end.
     */
    public void look() {
        List<RuntimeException> failures = new ArrayList<>();
        audiences.values().forEach(audience -> {
            try {
                audience.look();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** How many follow a run here. */
    public int followers() {
        return audiences.values().stream()
                .mapToInt(audience -> audience.followers.size())
                .sum();
    }

    /** Nobody can follow anything here any more; who does is told so. */
    @Override
    public void close() {
        closed = true;
        audiences.values().forEach(audience -> audience.followers.forEach(SyncFollower::stop));
    }

    /** The followers of one run. Looks follow one another, so that nobody is told an earlier state after a later one. */
    private final class Audience {

        private final Run run;
        private final Set<SyncFollower> followers = ConcurrentHashMap.newKeySet();
        private final ReentrantLock looking = new ReentrantLock();

        Audience(Run run) {
            this.run = run;
        }

        Optional<SyncRun> look() {
            looking.lock();
            try {
                Optional<SyncRun> now =
                        transactions.within(run.organization(), () -> runs.find(run.organization(), run.id()));
                now.ifPresent(state -> followers.forEach(follower -> follower.tell(state)));
                return now;
            } finally {
                looking.unlock();
            }
        }
    }
}
