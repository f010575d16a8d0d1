package io.routiq.bootstrap.worker;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.routiq.application.sync.StartScheduledSync;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts the run of one organization that is due, and comes again when the next one is. */
final class ScheduledSync implements ExecutionHandler<Void> {

    private final Supplier<StartScheduledSync> start;

    /** @param start looked up when it is needed, because starting a run needs the scheduler */
    ScheduledSync(Supplier<StartScheduledSync> start) {
        this.start = start;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        Optional<Instant> next = start.get().start(new OrganizationId(instance.getId()));
        return (done, operations) -> next.ifPresentOrElse(at -> operations.reschedule(done, at), operations::remove);
    }
}
