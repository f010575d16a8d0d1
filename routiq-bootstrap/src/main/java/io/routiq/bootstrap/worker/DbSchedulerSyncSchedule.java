package io.routiq.bootstrap.worker;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.routiq.application.connection.SyncSchedule;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/** One job for each organization, planned in the caller's transaction; the job itself says when it is next due. */
final class DbSchedulerSyncSchedule implements SyncSchedule {

    private final Scheduler scheduler;
    private final TaskDescriptor<Void> task;

    DbSchedulerSyncSchedule(Scheduler scheduler, TaskDescriptor<Void> task) {
        this.scheduler = scheduler;
        this.task = task;
    }

    /** A job that is at work just now plans itself, or ends, by what it finds. */
    @Override
    public void plan(OrganizationId organization, Instant at) {
        if (planned(organization).filter(ScheduledExecution::isPicked).isEmpty()) {
            scheduler.schedule(
                    task.instance(organization.value()).scheduledTo(at), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        }
    }

    @Override
    public void forget(OrganizationId organization) {
        planned(organization).filter(job -> !job.isPicked()).ifPresent(job -> scheduler.cancel(job.getTaskInstance()));
    }

    @Override
    public Optional<Instant> next(OrganizationId organization) {
        return planned(organization).map(ScheduledExecution::getExecutionTime);
    }

    private Optional<ScheduledExecution<Object>> planned(OrganizationId organization) {
        return scheduler.getScheduledExecution(task.instanceId(organization.value()));
    }
}
