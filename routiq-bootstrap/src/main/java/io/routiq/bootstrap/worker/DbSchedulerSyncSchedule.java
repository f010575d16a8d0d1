package io.routiq.bootstrap.worker;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.routiq.application.connection.SyncSchedule;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job for each organization, planned in the caller's transaction; the job itself says when it is next due. */
final class DbSchedulerSyncSchedule implements SyncSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(DbSchedulerSyncSchedule.class);

    private final Scheduler scheduler;
    private final TaskDescriptor<Void> task;

    DbSchedulerSyncSchedule(Scheduler scheduler, TaskDescriptor<Void> task) {
        this.scheduler = scheduler;
        this.task = task;
    }

    /** A job that is at work just now plans itself by what it finds. */
    @Override
    public void plan(OrganizationId organization, Instant at) {
        unlessAtWork(
                organization,
                () -> scheduler.schedule(
                        task.instance(organization.value()).scheduledTo(at), ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
    }

    /** A job that is at work just now will find that there is nothing to start. */
    @Override
    public void forget(OrganizationId organization) {
        if (planned(organization).isPresent()) {
            unlessAtWork(organization, () -> scheduler.cancel(task.instanceId(organization.value())));
        }
    }

    private void unlessAtWork(OrganizationId organization, Runnable change) {
        if (planned(organization).filter(ScheduledExecution::isPicked).isPresent()) {
            return;
        }
        try {
            change.run();
        } catch (TaskInstanceException begunMeanwhile) {
            LOG.debug("The schedule is at work just now", begunMeanwhile);
        }
    }

    @Override
    public Optional<Instant> next(OrganizationId organization) {
        return planned(organization).map(ScheduledExecution::getExecutionTime);
    }

    private Optional<ScheduledExecution<Object>> planned(OrganizationId organization) {
        return scheduler.getScheduledExecution(task.instanceId(organization.value()));
    }
}
