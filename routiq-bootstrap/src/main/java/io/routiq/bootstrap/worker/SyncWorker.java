package io.routiq.bootstrap.worker;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.routiq.application.sync.RunSync;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Works on one run when the scheduler says so. */
final class SyncWorker implements ExecutionHandler<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(SyncWorker.class);

    private final RunSync runSync;

    SyncWorker(RunSync runSync) {
        this.runSync = runSync;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        RunSyncJob job = RunSyncJob.parse(instance.getId());
        MDC.put("organization_id", job.organization().value());
        MDC.put("sync_id", job.run().value());
        try {
            RunSync.Outcome outcome = runSync.run(job.organization(), job.run());
            LOG.info("Sync run {}: {}", job.run(), outcome);
            return switch (outcome) {
                case COMPLETED, FAILED, NOT_OURS -> new CompletionHandler.OnCompleteRemove<>();
                case HANDED_OVER -> (done, operations) -> operations.reschedule(done, done.getTimeDone());
            };
        } finally {
            MDC.clear();
        }
    }
}
