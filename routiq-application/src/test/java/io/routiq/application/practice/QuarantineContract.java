package io.routiq.application.practice;

import static io.routiq.application.practice.Samples.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.Quarantine.Held;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a {@link Quarantine} promises. */
public abstract class QuarantineContract extends CopyFixture {

    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void keepsWhatIsWrongWithARecord() {
        setAside(NOW, SyncStream.PATIENTS, new RejectedRecord("1001", "created_at"));
        setAside(NOW, SyncStream.APPOINTMENTS, new RejectedRecord(RejectedRecord.NO_ID, "id"));

        assertThat(list(ours))
                .containsExactly(
                        held(SyncStream.APPOINTMENTS, RejectedRecord.NO_ID, "id", NOW, NOW, 1),
                        held(SyncStream.PATIENTS, "1001", "created_at", NOW, NOW, 1));
        assertThat(count(ours)).isEqualTo(2);
    }

    @Test
    void countsHowOftenARecordCameSo() {
        setAside(NOW, SyncStream.PATIENTS, new RejectedRecord("1001", "created_at"));

        RejectedRecord again = new RejectedRecord("1001", "updated_at");
        setAside(LATER, SyncStream.PATIENTS, again, again);

        assertThat(list(ours)).containsExactly(held(SyncStream.PATIENTS, "1001", "updated_at", NOW, LATER, 2));
    }

    @Test
    void takesNothingToSetAsideEasily() {
        setAside(NOW, SyncStream.PATIENTS);

        assertThat(list(ours)).isEmpty();
    }

    @Test
    void letsARecordGoOnceItIsStored() {
        setAside(NOW, SyncStream.PATIENTS, rejected("1001"), rejected("1002"));
        setAside(NOW, SyncStream.APPOINTMENTS, rejected("1001"));

        store(patient("1001").record());

        assertThat(list(ours))
                .extracting(Held::key)
                .containsExactly(
                        new Quarantine.Key(SyncStream.APPOINTMENTS, "1001"),
                        new Quarantine.Key(SyncStream.PATIENTS, "1002"));
    }

    @Test
    void asksFirstForWhatWasLongestNotSeen() {
        setAside(LATER, SyncStream.PATIENTS, rejected("1001"));
        setAside(NOW, SyncStream.PATIENTS, rejected("1003"), rejected("1002"), rejected(RejectedRecord.NO_ID));
        setAside(NOW, SyncStream.ATTENDEES, rejected("9009"));

        assertThat(toAskAgain(10)).containsExactly("1002", "1003", "1001");
        assertThat(toAskAgain(2)).containsExactly("1002", "1003");
    }

    @Test
    void forgetsWhatACompleteReadingDidNotMeet() {
        setAside(NOW, SyncStream.PATIENTS, rejected("1001"), rejected("1002"));
        setAside(NOW, SyncStream.ATTENDEES, rejected("1001"));
        setAside(LATER, SyncStream.PATIENTS, rejected("1002"));
        setAside(theirs, NOW, SyncStream.PATIENTS, rejected("1001"));

        ports().transactions()
                .within(ours, () -> ports().quarantine().forgetUnseen(ours, Set.of(SyncStream.PATIENTS), LATER));

        assertThat(list(ours))
                .extracting(Held::key)
                .containsExactly(
                        new Quarantine.Key(SyncStream.ATTENDEES, "1001"),
                        new Quarantine.Key(SyncStream.PATIENTS, "1002"));
        assertThat(list(theirs)).hasSize(1);
    }

    @Test
    void isNotAskedForAsIfItWereMissing() {
        setAside(NOW, SyncStream.PATIENTS, rejected("1001"));
        store(
                Samples.appointment("5001", "1001", NOW).record(),
                Samples.appointment("5002", "1002", NOW).record());

        assertThat(missing()).containsExactly("1002");
    }

    @Test
    void listsPageByPage() {
        setAside(NOW, SyncStream.PATIENTS, rejected("1001"), rejected("1003"), rejected("1002"));
        setAside(NOW, SyncStream.APPOINTMENTS, rejected("9009"));

        List<Held> first = list(ours, Optional.empty(), 2);
        List<Held> second = list(ours, Optional.of(first.getLast().key()), 2);

        assertThat(first).extracting(each -> each.key().recordId()).containsExactly("9009", "1001");
        assertThat(second).extracting(each -> each.key().recordId()).containsExactly("1002", "1003");
        assertThat(list(ours, Optional.of(second.getLast().key()), 2)).isEmpty();
    }

    @Test
    void keepsOrganizationsApart() {
        setAside(NOW, SyncStream.PATIENTS, rejected("1001"));

        assertThat(list(theirs)).isEmpty();
        assertThat(count(theirs)).isZero();
    }

    @Test
    void isEmptyOnceTheCopyIsCleared() {
        setAside(NOW, SyncStream.PATIENTS, rejected("1001"));

        ports().transactions().within(ours, () -> ports().copy().clear(ours));

        assertThat(list(ours)).isEmpty();
    }

    private static RejectedRecord rejected(String id) {
        return new RejectedRecord(id, "created_at");
    }

    private static Held held(SyncStream stream, String id, String reason, Instant first, Instant last, int attempts) {
        return new Held(new Quarantine.Key(stream, id), reason, first, last, attempts);
    }

    private void setAside(Instant at, SyncStream stream, RejectedRecord... records) {
        setAside(ours, at, stream, records);
    }

    private void setAside(OrganizationId organization, Instant at, SyncStream stream, RejectedRecord... records) {
        ports().transactions()
                .within(organization, () -> ports().quarantine().setAside(organization, stream, List.of(records), at));
    }

    private List<String> toAskAgain(int limit) {
        return within(ours, () -> ports().quarantine().toAskAgain(ours, SyncStream.PATIENTS, limit));
    }

    private List<Held> list(OrganizationId organization) {
        return list(organization, Optional.empty(), 100);
    }

    private List<Held> list(OrganizationId organization, Optional<Quarantine.Key> after, int limit) {
        return within(organization, () -> ports().quarantine().list(organization, after.orElse(null), limit));
    }

    private long count(OrganizationId organization) {
        return within(organization, () -> ports().quarantine().count(organization));
    }
}
