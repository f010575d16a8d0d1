package io.routiq.application.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.Transactions;
import io.routiq.application.practice.Watermarks.Watermark;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link Watermarks} promise. */
public abstract class WatermarksContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");
    private static final Watermark ALL = new Watermark(NOW, null);
    private static final Watermark WINDOW = new Watermark(NOW, NOW.minusSeconds(2_592_000));

    private final OrganizationId ours = Organizations.fresh();
    private final OrganizationId theirs = Organizations.fresh();

    protected abstract Transactions transactions();

    protected abstract Watermarks watermarks();

    @Test
    void knowsNothingAtFirst() {
        assertThat(all(ours)).isEmpty();
    }

    @Test
    void keepsEveryStreamAsItWasSaved() {
        Map<SyncStream, Watermark> saved = new EnumMap<>(SyncStream.class);
        for (SyncStream stream : SyncStream.values()) {
            int different = stream.code().length();
            saved.put(stream, new Watermark(NOW.plusSeconds(different), NOW.minusSeconds(different)));
        }
        saved.put(SyncStream.PATIENTS, ALL);
        saved.put(SyncStream.ATTENDEES, Watermark.ofSome(NOW));

        save(ours, saved);

        assertThat(all(ours)).isEqualTo(saved);
    }

    @Test
    void replacesWhatIsKnownOfAStream() {
        save(ours, Map.of(SyncStream.PATIENTS, WINDOW));
        save(ours, Map.of(SyncStream.PATIENTS, ALL));

        assertThat(all(ours)).isEqualTo(Map.of(SyncStream.PATIENTS, ALL));
    }

    @Test
    void replacesAllByLessWhenTold() {
        save(ours, Map.of(SyncStream.PATIENTS, ALL));
        save(ours, Map.of(SyncStream.PATIENTS, WINDOW));

        assertThat(all(ours)).isEqualTo(Map.of(SyncStream.PATIENTS, WINDOW));
    }

    @Test
    void leavesOtherStreamsAsTheyAre() {
        save(ours, Map.of(SyncStream.PATIENTS, ALL));
        save(ours, Map.of(SyncStream.APPOINTMENTS, WINDOW));

        assertThat(all(ours)).isEqualTo(Map.of(SyncStream.PATIENTS, ALL, SyncStream.APPOINTMENTS, WINDOW));
    }

    @Test
    void forgetsStreamsThatAreNotNamedAmongAll() {
        save(ours, Map.of(SyncStream.PATIENTS, ALL, SyncStream.APPOINTMENTS, WINDOW));
        save(theirs, Map.of(SyncStream.APPOINTMENTS, ALL));

        transactions().within(ours, () -> watermarks().replaceAll(ours, Map.of(SyncStream.PATIENTS, WINDOW)));

        assertThat(all(ours)).isEqualTo(Map.of(SyncStream.PATIENTS, WINDOW));
        assertThat(all(theirs)).isEqualTo(Map.of(SyncStream.APPOINTMENTS, ALL));
    }

    @Test
    void takesNothingToSaveEasily() {
        save(ours, Map.of(SyncStream.PATIENTS, ALL));
        save(ours, Map.of());

        assertThat(all(ours)).isEqualTo(Map.of(SyncStream.PATIENTS, ALL));
    }

    @Test
    void keepsOrganizationsApart() {
        save(ours, Map.of(SyncStream.PATIENTS, ALL));
        save(theirs, Map.of(SyncStream.PATIENTS, WINDOW));

        assertThat(all(ours)).isEqualTo(Map.of(SyncStream.PATIENTS, ALL));
        assertThat(all(theirs)).isEqualTo(Map.of(SyncStream.PATIENTS, WINDOW));
    }

    private Map<SyncStream, Watermark> all(OrganizationId organization) {
        return transactions().within(organization, () -> watermarks().all(organization));
    }

    private void save(OrganizationId organization, Map<SyncStream, Watermark> changed) {
        transactions().within(organization, () -> watermarks().save(organization, changed));
    }
}
