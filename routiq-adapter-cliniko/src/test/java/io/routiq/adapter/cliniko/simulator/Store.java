package io.routiq.adapter.cliniko.simulator;

import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything that one clinic holds, guarded by one lock. */
final class Store {

    final Table<BookingRow> bookings = Table.ofBookings(null);
    final Table<AppointmentRow> appointments = Table.ofBookings(bookings);
    final Table<GroupRow> groups = Table.ofBookings(bookings);
    final Table<BlockRow> blocks = Table.ofBookings(bookings);
    final Table<AttendeeRow> attendees = Table.plain();
    final Table<PatientRow> patients = Table.plain();
    final Table<ReferenceRows.Business> businesses = Table.plain();
    final Table<ReferenceRows.Practitioner> practitioners = Table.plain();
    final Table<ReferenceRows.AppointmentType> appointmentTypes = Table.plain();
    final Table<ReferenceRows.User> users = Table.plain();
    final Table<ReferenceRows.ReferenceNumber> referenceNumbers = Table.plain();

    final Ids bookingIds;
    final Ids attendeeIds;
    final Ids patientIds;
    final Ids referenceIds;

    final AccountFacts account;
    final SimulatorSwitches switches;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    Store(AccountFacts account, SimulatorSwitches switches, InstantSource clock) {
        this.account = account;
        this.switches = switches;
        this.clock = clock;
        var random = new SplittableRandom(account.id());
        bookingIds = new Ids(10_000_000 + account.id() * 1_000, random.split(), switches);
        attendeeIds = new Ids(30_000_000 + account.id() * 1_000, random.split(), switches);
        patientIds = new Ids(20_000_000 + account.id() * 1_000, random.split(), switches);
        referenceIds = new Ids(4_000 + account.id() * 100, random.split(), switches);
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    boolean is(Switch what, Choice choice) {
        return switches.is(what, choice);
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
