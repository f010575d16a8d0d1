package io.routiq.adapter.cliniko.simulator;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** The faults in force. */
public final class Faults {

    private static final class Counted {
        final Fault fault;
        int seen;
        int struck;

        Counted(Fault fault) {
            this.fault = fault;
        }
    }

    private final List<Counted> inForce = new CopyOnWriteArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final ReentrantLock lock = new ReentrantLock();

    /** Takes effect with the next request. Of several that match, the one added first strikes. */
    public Faults add(Fault fault) {
        inForce.add(new Counted(fault));
        return this;
    }

    public void clear() {
        inForce.clear();
    }

    Optional<Fault> strike(Call call) {
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        lock.lock();
        try {
            for (Counted each : inForce) {
                if (each.fault.match().matches(call)
                        && ++each.seen >= each.fault.from()
                        && each.struck < each.fault.times()
                        && random.nextDouble() < each.fault.probability()) {
                    each.struck++;
                    return Optional.of(each.fault);
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
