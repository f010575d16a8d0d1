package io.routiq.application.sync;

import static io.routiq.application.sync.SampleRuns.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.Transactions;
import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncRun;
import io.routiq.domain.sync.SyncRunId;
import io.routiq.domain.sync.SyncStream;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link SyncCheckpoints} promise. */
public abstract class SyncCheckpointsContract {

    private static final StreamRead PATIENTS = StreamRead.first(SyncStream.PATIENTS, new Selection.Everything());
    private static final StreamRead TYPES = StreamRead.first(SyncStream.APPOINTMENT_TYPES, new Selection.Everything());

    private final OrganizationId ours = Organizations.fresh();
    private final OrganizationId theirs = Organizations.fresh();
    private final SyncRun.Queued run = new SampleRuns(ours).queued();
    private final SyncRun.Queued theirRun = new SampleRuns(theirs).queued();

    protected abstract Transactions transactions();

    protected abstract SyncCheckpoints checkpoints();

    /** Where the runs are that the checkpoints belong to. */
    protected abstract SyncRuns runs();

    @BeforeEach
    void addTheRuns() {
        transactions().within(ours, () -> runs().add(ours, run));
        transactions().within(theirs, () -> runs().add(theirs, theirRun));
    }

    @Test
    void hasNothingToReadAtFirst() {
        assertThat(open()).isEmpty();
    }

    @Test
    void keepsReadsInTheOrderTheyWereAdded() {
        add(TYPES, PATIENTS);
        add(PATIENTS.at("2"), TYPES.at("2"));
        add(PATIENTS.at("1"));

        assertThat(open()).containsExactly(TYPES, PATIENTS, PATIENTS.at("2"), TYPES.at("2"), PATIENTS.at("1"));
    }

    @Test
    void keepsEverySelectionAndCursorAsItIs() {
        List<String> longest = LongStream.range(0, StreamRead.MOST_IDS)
                .mapToObj(number -> String.valueOf(Long.MAX_VALUE - number))
                .toList();
        StreamRead[] reads = {
            StreamRead.first(SyncStream.PRACTITIONERS, new Selection.Everything()),
            StreamRead.first(SyncStream.PATIENTS, new Selection.ChangedSince(NOW)),
            StreamRead.first(SyncStream.APPOINTMENTS, new Selection.StartingFrom(NOW))
                    .at("id:>9223372036854775806 \"&'\\ ü\n🩺"),
            StreamRead.first(SyncStream.PATIENTS, new Selection.WithIds(longest)),
            StreamRead.first(SyncStream.ATTENDEES, new Selection.OfClasses(longest))
                    .at(""),
        };

        add(reads);

        assertThat(open()).containsExactly(reads);
    }

    @Test
    void takesOffThePageThatIsStored() {
        add(PATIENTS, PATIENTS.at("2"), TYPES);

        remove(PATIENTS.at("2"));

        assertThat(open()).containsExactly(PATIENTS, TYPES);
    }

    @Test
    void takesOffAReadThatEqualsTheOneAdded() {
        add(StreamRead.first(SyncStream.PATIENTS, new Selection.WithIds(List.of("1", "2"))));

        remove(StreamRead.first(SyncStream.PATIENTS, new Selection.WithIds(List.of("1", "3"))));
        assertThat(open()).hasSize(1);

        remove(StreamRead.first(SyncStream.PATIENTS, new Selection.WithIds(List.of("1", "2"))));
        assertThat(open()).isEmpty();
    }

    @Test
    void takesRemovingWhatIsNotThereEasily() {
        add(PATIENTS);

        remove(TYPES);

        assertThat(open()).containsExactly(PATIENTS);
    }

    @Test
    void takesNothingToAddEasily() {
        add();

        assertThat(open()).isEmpty();
    }

    @Test
    void forgetsAllPagesOfARun() {
        add(PATIENTS, TYPES);

        transactions().within(ours, () -> checkpoints().clear(ours, run.id()));

        assertThat(open()).isEmpty();
    }

    @Test
    void keepsRunsApart() {
        add(PATIENTS);
        SyncRun.Queued next = new SampleRuns(ours).queued(run.order().mode(), NOW.plusSeconds(60));
        transactions().within(ours, () -> {
            runs().save(ours, run, run.cancel(NOW));
            runs().add(ours, next);
            checkpoints().add(ours, next.id(), List.of(TYPES));
        });

        assertThat(open()).containsExactly(PATIENTS);
        transactions().within(ours, () -> checkpoints().clear(ours, next.id()));
        assertThat(open()).containsExactly(PATIENTS);
    }

    @Test
    void keepsOrganizationsApart() {
        add(PATIENTS);

        transactions().within(theirs, () -> {
            assertThat(checkpoints().open(theirs, run.id())).isEmpty();
            checkpoints().add(theirs, theirRun.id(), List.of(TYPES));
            checkpoints().remove(theirs, run.id(), PATIENTS);
            checkpoints().clear(theirs, run.id());
        });

        assertThat(open()).containsExactly(PATIENTS);
        assertThat(open(theirs, theirRun.id())).containsExactly(TYPES);
    }

    private void add(StreamRead... reads) {
        transactions().within(ours, () -> checkpoints().add(ours, run.id(), List.of(reads)));
    }

    private void remove(StreamRead read) {
        transactions().within(ours, () -> checkpoints().remove(ours, run.id(), read));
    }

    private List<StreamRead> open() {
        return open(ours, run.id());
    }

    private List<StreamRead> open(OrganizationId organization, SyncRunId id) {
        return transactions().within(organization, () -> checkpoints().open(organization, id));
    }
}
