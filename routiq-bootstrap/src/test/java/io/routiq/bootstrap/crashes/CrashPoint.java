package io.routiq.bootstrap.crashes;

import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.sync.SyncRun;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Halts the process at one of the durable steps of its work, before or after the step is committed: nothing is closed, no
 * other thread goes on, as after {@code kill -9}. Or only stops it there, as {@code kill -STOP} does. A durable step is a transaction that moves a run on.
 */
@Configuration(proxyBeanMethods = false)
class CrashPoint {

    static final String STEP = "crash.step";
    static final String MOMENT = "crash.moment";

    /** The step that completes a run, whatever its number. */
    static final int LAST = -1;

    private static final Logger LOG = LoggerFactory.getLogger(CrashPoint.class);
    private static final int KILLED = 137;

    /** What happens when. */
    enum Moment {
        BEFORE_COMMIT,
        AFTER_COMMIT,
        /** The process is stopped, with its transaction open, until somebody wakes it. */
        STOPPED_BEFORE_COMMIT
    }

    @Bean
    static BeanPostProcessor crash(Environment environment) {
        int step = environment.getProperty(STEP, Integer.class, 0);
        Moment moment = environment.getProperty(MOMENT, Moment.class, Moment.BEFORE_COMMIT);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SyncRuns runs ? new Counted(runs, step, moment).proxy() : bean;
            }
        };
    }

    /** Runs whose changes are counted. */
    private record Counted(SyncRuns runs, int step, Moment moment, AtomicInteger steps) {

        Counted(SyncRuns runs, int step, Moment moment) {
            this(runs, step, moment, new AtomicInteger());
        }

        Object proxy() {
            return Proxy.newProxyInstance(
                    SyncRuns.class.getClassLoader(),
                    new Class<?>[] {SyncRuns.class},
                    (proxy, method, arguments) -> call(method, arguments));
        }

        private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
            try {
                Object result = method.invoke(runs, arguments);
                if (result == SyncRuns.Saved.SAVED && isIt((SyncRun) arguments[2])) {
                    TransactionSynchronizationManager.registerSynchronization(end((SyncRun) arguments[2]));
                }
                return result;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }

        private boolean isIt(SyncRun next) {
            int taken = steps.incrementAndGet();
            return step == LAST ? next instanceof SyncRun.Completed : taken == step;
        }

        private TransactionSynchronization end(SyncRun run) {
            return new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    if (moment == Moment.STOPPED_BEFORE_COMMIT) {
                        stop();
                    }
                    halt(Moment.BEFORE_COMMIT, run);
                }

                @Override
                public void afterCommit() {
                    halt(Moment.AFTER_COMMIT, run);
                }
            };
        }

        private void stop() {
            LOG.info("Stopping at step {}", step);
            Signal.STOP.send(ProcessHandle.current());
        }

        private void halt(Moment now, SyncRun run) {
            if (now == moment) {
                LOG.info(
                        "Halting at step {}, {}: {}",
                        step,
                        moment,
                        run.getClass().getSimpleName());
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }

    static List<String> at(int step, Moment moment) {
        return List.of("--" + STEP + "=" + step, "--" + MOMENT + "=" + moment);
    }
}
