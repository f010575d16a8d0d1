package io.routiq.adapter.cliniko.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of patients. */
public final class PatientBook extends Book<PatientRow> {

    private record Moved(List<AppointmentRow> appointments, List<AttendeeRow> attendees) {}

    private final Map<Long, Moved> merged = new HashMap<>();

    PatientBook(Store store) {
        super(store, store.patients);
    }

    public long create(@Nullable String firstName, @Nullable String lastName) {
        return store.locked(() -> {
            var row = new PatientRow(store.patientIds.next(), store.now());
            row.firstName = firstName;
            row.lastName = lastName;
            table.add(row);
            return row.id;
        });
    }

    public void rename(long id, @Nullable String firstName, @Nullable String lastName) {
        change(id, row -> {
            row.firstName = firstName;
            row.lastName = lastName;
        });
    }

    public void contact(long id, @Nullable String email, @Nullable String phone) {
        change(id, row -> {
            row.email = email;
            row.phone = phone;
        });
    }

    public void bornOn(long id, LocalDate day) {
        change(id, row -> row.bornOnEpochDay = day.toEpochDay());
    }

    /** The loser is archived and points to the survivor, who does not point back. */
    public void merge(long loser, long survivor) {
        store.locked(() -> {
            get(survivor);
            hide(loser, row -> {
                row.archivedAt = store.now();
                row.mergedAt = store.now();
                row.mergedInto = survivor;
            });
            if (store.is(Switch.MERGE_REPOINTS, Choice.YES)) {
                Moved moved = of(loser);
                merged.put(loser, moved);
                give(moved, survivor);
            }
        });
    }

    /** Everything that the merge moved goes back. */
    public void unmerge(long loser) {
        store.locked(() -> {
            hide(loser, row -> {
                row.archivedAt = Row.NONE;
                row.mergedAt = Row.NONE;
                row.mergedInto = Row.NONE;
            });
            Moved moved = merged.remove(loser);
            if (moved != null) {
                give(moved, loser);
            }
        });
    }

    /** Ids of all patients that were merged into another and not taken apart again, ascending. */
    public List<Long> merged() {
        return store.locked(() -> table.all().stream()
                .filter(row -> row.mergedInto != Row.NONE)
                .map(row -> row.id)
                .toList());
    }

    private Moved of(long patient) {
        var appointments = new ArrayList<AppointmentRow>();
        store.appointments.all().stream()
                .filter(row -> row.patientId == patient)
                .forEach(appointments::add);
        var attendees = new ArrayList<AttendeeRow>();
        store.attendees.all().stream().filter(row -> row.patientId == patient).forEach(attendees::add);
        return new Moved(appointments, attendees);
    }

    private void give(Moved moved, long patient) {
        boolean stamps = store.is(Switch.MERGE_MOVES_APPOINTMENTS, Choice.YES);
        long now = store.now();
        store.appointments.changeAll(moved.appointments(), row -> {
            row.patientId = patient;
            if (stamps) {
                row.stamp(now);
            }
        });
        store.attendees.changeAll(moved.attendees(), row -> {
            row.patientId = patient;
            if (stamps) {
                row.stamp(now);
            }
        });
    }
}
