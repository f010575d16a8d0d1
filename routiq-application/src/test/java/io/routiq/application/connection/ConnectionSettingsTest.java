package io.routiq.application.connection;

import static io.routiq.domain.sync.SyncStream.APPOINTMENTS;
import static io.routiq.domain.sync.SyncStream.ATTENDEES;
import static io.routiq.domain.sync.SyncStream.GROUP_APPOINTMENTS;
import static io.routiq.domain.sync.SyncStream.LOCATIONS;
import static io.routiq.domain.sync.SyncStream.PATIENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.routiq.application.connection.ConnectionSettings.DataType;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncStream;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 1440})
    void takesFiveMinutesToADay(int minutes) {
        assertThat(settings(minutes, EnumSet.allOf(DataType.class)).intervalMinutes())
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 4, 1441})
    void refusesOtherIntervals(int minutes) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(minutes, EnumSet.allOf(DataType.class)));
    }

    @Test
    void refusesToReadNeitherPatientsNorAppointments() {
        EnumSet<DataType> others = EnumSet.complementOf(EnumSet.of(DataType.PATIENTS, DataType.APPOINTMENTS));

        assertThatIllegalArgumentException().isThrownBy(() -> settings(60, others));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(60, Set.of()));
    }

    @Test
    void readsEveryStreamByDefault() {
        assertThat(ConnectionSettings.DEFAULT.streams()).containsExactlyInAnyOrder(SyncStream.values());
    }

    @Test
    void readsLocationsWithAppointmentsAndAttendeesWithClasses() {
        assertThat(settings(60, Set.of(DataType.PATIENTS)).streams()).containsExactly(PATIENTS);
        assertThat(settings(60, Set.of(DataType.APPOINTMENTS)).streams())
                .containsExactlyInAnyOrder(APPOINTMENTS, LOCATIONS);
        assertThat(settings(60, Set.of(DataType.PATIENTS, DataType.GROUP_APPOINTMENTS))
                        .streams())
                .containsExactlyInAnyOrder(PATIENTS, GROUP_APPOINTMENTS, ATTENDEES, LOCATIONS);
    }

    private static ConnectionSettings settings(int minutes, Set<DataType> types) {
        return new ConnectionSettings(true, minutes, SyncMode.ACTIVE, types);
    }
}
