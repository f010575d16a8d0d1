package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.Transactions;
import io.routiq.application.sync.SampleRuns;
import io.routiq.application.sync.SyncRuns;
import io.routiq.application.sync.SyncRunsContract;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JooqSyncRunsIT extends SyncRunsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Transactions transactions() {
        return DATABASE.get(Transactions.class);
    }

    @Override
    protected SyncRuns runs() {
        return DATABASE.get(SyncRuns.class);
    }

    /** Who takes a run over may come while its last page is being stored. */
    @Test
    void locksARunAsItIsWhenTheWaitIsOver() {
        OrganizationId organization = Organizations.fresh();
        SyncRun.Queued queued = new SampleRuns(organization).queued();
        SyncRun.Running running = queued.claim(SampleRuns.NOW);
        SyncRun.Running further = running.advance(SampleRuns.eventful(SampleRuns.NOW.plusSeconds(5)));
        transactions().within(organization, () -> {
            runs().add(organization, queued);
            runs().save(organization, queued, running);
        });

        CompletableFuture<Optional<SyncRun>> waiting = transactions().within(organization, () -> {
            runs().save(organization, running, further);
            var other = CompletableFuture.supplyAsync(() ->
                    transactions().within(organization, () -> runs().lock(organization, running.id())));
            awaitSomebodyWaiting();
            return other;
        });

        assertThat(waiting.join()).contains(further);
    }

    private static void awaitSomebodyWaiting() {
        AtomicBoolean waits = new AtomicBoolean();
        while (!waits.get()) {
            DATABASE.asSuperuser(sql -> waits.set(
                    sql.fetch("select 1 from pg_locks where not granted").isNotEmpty()));
        }
    }
}
