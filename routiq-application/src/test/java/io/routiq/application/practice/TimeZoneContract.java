package io.routiq.application.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.PracticeRecord.LocationRecord;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a {@link PracticeCopy} says that the practice is. */
public abstract class TimeZoneContract extends CopyFixture {

    @Test
    void isUnknownWithoutALocationThatTells() {
        store(location("1", null), location("2", "Middle-earth/Shire"));
        store(theirs, List.of(location("1", "Europe/London")));

        assertThat(timeZone()).isEmpty();
    }

    @Test
    void isTheOneOfMostLocations() {
        store(location("1", "Australia/Perth"), location("2", "Australia/Sydney"), location("3", "Australia/Perth"));

        assertThat(timeZone()).contains(ZoneId.of("Australia/Perth"));
    }

    private Optional<ZoneId> timeZone() {
        return within(ours, () -> ports().copy().timeZone(ours));
    }

    private static LocationRecord location(String id, @Nullable String timeZone) {
        return new LocationRecord(id, "Location " + id, timeZone, NOW);
    }
}
