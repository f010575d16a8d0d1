package io.routiq.bootstrap.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.routiq.application.connection.SyncSchedule;
import io.routiq.application.health.HealthProbe;
import io.routiq.application.sync.FollowSync;
import io.routiq.application.sync.RunSync;
import io.routiq.application.sync.StartScheduledSync;
import io.routiq.application.sync.SyncJobs;
import io.routiq.bootstrap.settings.RoutiqSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The scheduler with its two kinds of jobs: starting runs when they are due, and working on them. */
@Configuration(proxyBeanMethods = false)
public class WorkerConfiguration {

    private static final TaskDescriptor<Void> RUN_SYNC = TaskDescriptor.of("run-sync");
    private static final TaskDescriptor<Void> SCHEDULED_SYNC = TaskDescriptor.of("scheduled-sync");

    /** Looked at between wake-ups, for jobs that other instances put in. */
    private static final Duration POLLING = Duration.ofSeconds(1);

    /**
     * A worker that misses so many heartbeats is taken for dead. The scheduler looks for dead ones at every second
     * heartbeat, so with one in 4 s a run goes on elsewhere within 25 s.
     */
    private static final int MISSED_HEARTBEATS = 4;

    /** How long a stopping worker may still write; then it is interrupted and hands its run over. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    @Bean
    Scheduler scheduler(
            DataSource dataSource,
            RunSync runSync,
            ObjectProvider<StartScheduledSync> startScheduled,
            RoutiqSettings settings) {
        var runs = Tasks.custom(RUN_SYNC)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(1)))
                .onDeadExecutionRevive()
                .execute(new SyncWorker(runSync));
        var schedule = Tasks.custom(SCHEDULED_SYNC)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(1)))
                .onDeadExecutionRevive()
                .execute(new ScheduledSync(startScheduled::getObject));
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), runs, schedule)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(settings.worker().threads())
                // As many jobs at a time as there are threads: the executor itself would take any number.
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(settings.worker().heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_WORDS)
                .alwaysPersistTimestampInUTC()
                .build();
    }

    @Bean
    SchedulerLifecycle schedulerLifecycle(Scheduler scheduler) {
        return new SchedulerLifecycle(scheduler);
    }

    @Bean
    Lookout lookout(FollowSync follow) {
        return new Lookout(follow);
    }

    @Bean
    SyncJobs syncJobs(Scheduler scheduler, InstantSource clock) {
        return new DbSchedulerSyncJobs(scheduler, RUN_SYNC, clock);
    }

    @Bean
    SyncSchedule syncSchedule(Scheduler scheduler) {
        return new DbSchedulerSyncSchedule(scheduler, SCHEDULED_SYNC);
    }

    @Bean
    HealthProbe schedulerProbe(Scheduler scheduler) {
        return new SchedulerProbe(scheduler);
    }
}
