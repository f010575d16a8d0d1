package io.routiq.bootstrap.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.routiq.application.sync.SyncJobs;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRunId;
import java.time.InstantSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts jobs into the scheduler's table in the caller's transaction, and wakes the scheduler when that has committed. */
final class DbSchedulerSyncJobs implements SyncJobs {

    private final Scheduler scheduler;
    private final TaskDescriptor<Void> task;
    private final InstantSource clock;

    DbSchedulerSyncJobs(Scheduler scheduler, TaskDescriptor<Void> task, InstantSource clock) {
        this.scheduler = scheduler;
        this.task = task;
        this.clock = clock;
    }

    @Override
    public void schedule(OrganizationId organization, SyncRunId run) {
        String instance = new RunSyncJob(organization, run).instance();
        scheduler.schedule(task.instance(instance).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
