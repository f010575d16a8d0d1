package io.routiq.adapter.rest;

import static io.routiq.adapter.rest.FollowedRun.percentage;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Events.Event;
import io.routiq.application.Transactions;
import io.routiq.application.sync.FollowSync;
import io.routiq.application.sync.SyncRuns;
import io.routiq.domain.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RestTest
class SyncStreamIT {

    private static final AtomicInteger MADE = new AtomicInteger();

    @AutoClose
    private final FollowedRun run;

    SyncStreamIT(
            @LocalServerPort int port,
            @Autowired Transactions transactions,
            @Autowired SyncRuns runs,
            @Autowired FollowSync follow) {
        this.run = new FollowedRun(
                port, new OrganizationId("org_stream" + MADE.incrementAndGet()), transactions, runs, follow);
    }

    @Test
    void sendsEachStateAndAtLastTheEnd() {
        Events events = run.open();
        List<Integer> percentages = new ArrayList<>();
        percentages.add(percentage(events.next()));
        for (int patients = 100; patients <= 500; patients += 100) {
            run.read(patients);
            percentages.add(percentage(events.next()));
        }
        run.complete();
        Event last = events.next();
        percentages.add(percentage(last));
        Event end = events.next();

        assertThat(percentages).isSorted().doesNotHaveDuplicates().hasSize(7).endsWith(100);
        assertThat(last.name()).isEqualTo("progress");
        assertThat(end).isEqualTo(new Event("end", last.id(), last.data()));
        assertThat(end.json()).isEqualTo(run.member().get(run.statusPath()).body());
        assertThat(events.next().name()).isEqualTo("closed");
    }

    @Test
    void resumesWithoutSendingAnythingTwice() {
        Events first = run.open();
        Event seen = first.next();

        Events again = run.open(run.member().with("Last-Event-ID", seen.id()));
        Events other = run.open(run.member().with("Last-Event-ID", "of another time"));
        assertThat(other.next().id()).isEqualTo(seen.id());
        run.read(100);

        assertThat(again.next().id())
                .isNotEqualTo(seen.id())
                .isEqualTo(first.next().id());
    }

    @Test
    void tellsWhoHasTheLastStateOnlyThatItIsTheEnd() {
        run.cancel();
        Events first = run.open();
        Event last = first.next();
        assertThat(first.next().name()).isEqualTo("end");

        Events again = run.open(run.member().with("Last-Event-ID", last.id()));

        assertThat(again.next()).isEqualTo(new Event("end", last.id(), last.data()));
        assertThat(again.next().name()).isEqualTo("closed");
    }

    @Test
    void breaksTheSilenceWithComments() {
        Events events = run.open();
        assertThat(events.nextOfAny().data()).isEqualTo("retry: 2000");
        assertThat(events.nextOfAny().name()).isEqualTo("progress");

        assertThat(events.nextOfAny().data()).isEqualTo(":");
        assertThat(events.nextOfAny().data()).isEqualTo(":");
    }

    @Test
    void comesUncompressedAndUnbufferedWhateverTheClientTakes() {
        Events events = run.open(run.member().with("Accept-Encoding", "gzip"));

        var headers = events.response().headers();
        assertThat(headers.firstValue("Content-Encoding")).isEmpty();
        assertThat(headers.firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        assertThat(headers.firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(events.next().name()).isEqualTo("progress");
    }
}
