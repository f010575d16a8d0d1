package io.routiq.application.connection;

import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncStream;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a practice wants of its connection.
 *
 * @param syncEnabled false to start no runs
 * @param intervalMinutes how often the schedule reads changes, 5 to 1,440
 * @param defaultMode of a run whose start names none
 * @param dataTypes what is read
 */
public record ConnectionSettings(
        boolean syncEnabled, int intervalMinutes, SyncMode defaultMode, Set<DataType> dataTypes) {

    /** Everything, every hour. */
    public static final ConnectionSettings DEFAULT =
            new ConnectionSettings(true, 60, SyncMode.ACTIVE, EnumSet.allOf(DataType.class));

    /** @throws IllegalArgumentException if the interval is out of range, or neither patients nor appointments are read */
    public ConnectionSettings {
        dataTypes = Set.copyOf(dataTypes);
        if (intervalMinutes < 5 || intervalMinutes > 1440) {
            throw new IllegalArgumentException("The interval is 5 to 1440 minutes");
        }
        if (!dataTypes.contains(DataType.PATIENTS) && !dataTypes.contains(DataType.APPOINTMENTS)) {
            throw new IllegalArgumentException("Patients and appointments cannot be off together");
        }
    }

    /** What can be switched off. */
    public enum DataType {
        PATIENTS,
        APPOINTMENTS,
        GROUP_APPOINTMENTS,
        PRACTITIONERS,
        APPOINTMENT_TYPES
    }

    /** The streams that a run reads: locations with any appointments, attendees with their classes. */
    public Set<SyncStream> streams() {
        Set<SyncStream> streams = EnumSet.noneOf(SyncStream.class);
        for (DataType type : dataTypes) {
            switch (type) {
                case PATIENTS -> streams.add(SyncStream.PATIENTS);
                case APPOINTMENTS -> streams.addAll(EnumSet.of(SyncStream.APPOINTMENTS, SyncStream.LOCATIONS));
                case GROUP_APPOINTMENTS ->
                    streams.addAll(
                            EnumSet.of(SyncStream.GROUP_APPOINTMENTS, SyncStream.ATTENDEES, SyncStream.LOCATIONS));
                case PRACTITIONERS -> streams.add(SyncStream.PRACTITIONERS);
                case APPOINTMENT_TYPES -> streams.add(SyncStream.APPOINTMENT_TYPES);
            }
        }
        return streams;
    }
}
