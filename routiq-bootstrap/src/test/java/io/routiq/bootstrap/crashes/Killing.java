package io.routiq.bootstrap.crashes;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** When and how a worker's process ends. */
sealed interface Killing {

    /** It halts itself at a durable step. */
    record AtStep(int step, CrashPoint.Moment moment) implements Killing {

        @Override
        public String toString() {
            return "step " + step + ", "
                    + moment.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** It is killed from outside so long after it began to work. */
    record After(Duration time) implements Killing {

        @Override
        public String toString() {
            return "after " + time.toMillis() + " ms";
        }
    }

    default List<String> arguments() {
        return switch (this) {
            case AtStep at -> CrashPoint.at(at.step(), at.moment());
            case After after -> List.of();
        };
    }

    /** Waits until the worker is gone; it may have finished its run before. */
    default void happenTo(WorkerProcess worker, List<Member> members) throws InterruptedException {
        Awaiting.until(
                "a worker takes the run", () -> members.stream().noneMatch(Member::isQueued) || !worker.isAlive());
        switch (this) {
            case AtStep at ->
                Awaiting.until(
                        "the step is reached",
                        () -> !worker.isAlive() || members.stream().allMatch(Member::isFinished));
            case After after -> worker.endsWithin(after.time());
        }
        worker.kill();
    }
}
