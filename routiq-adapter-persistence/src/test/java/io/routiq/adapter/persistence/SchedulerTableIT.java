package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.routiq.application.Organizations;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The scheduler finds its table as it wants it, and takes part in an organization's transaction. */
class SchedulerTableIT {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private final CountDownLatch done = new CountDownLatch(1);
    private final OneTimeTask<Void> task = Tasks.oneTime("test").execute((instance, context) -> done.countDown());

    private final Scheduler scheduler = Scheduler.create(
                    new TransactionAwareDataSourceProxy(DATABASE.get(DataSource.class)), task)
            .pollingInterval(Duration.ofMillis(50))
            .threads(1)
            .enablePriority()
            .alwaysPersistTimestampInUTC()
            .build();

    @Test
    void doesWhatATransactionScheduledOnceItHasCommitted() throws InterruptedException {
        DATABASE.transactions().within(Organizations.fresh(), () -> {
            scheduler.schedule(task.instance("committed"), Instant.EPOCH);
        });
        assertThat(scheduler.getScheduledExecutions()).hasSize(1);

        scheduler.start();

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        scheduler.stop();
    }

    @Test
    void forgetsWhatATransactionScheduledThatIsUndone() {
        assertThatThrownBy(() -> DATABASE.transactions().within(Organizations.fresh(), () -> {
                    scheduler.schedule(task.instance("undone"), Instant.EPOCH);
                    throw new IllegalArgumentException("made up");
                }))
                .hasMessage("made up");

        assertThat(scheduler.getScheduledExecutions())
                .noneMatch(execution -> execution.getTaskInstance().getId().equals("undone"));
    }
}
