package io.routiq.adapter.cliniko.simulator;

import java.util.List;

/** The locations, people and types of a seeded practice. */
final class SeededSetup {

    private static final long YEARS_AGO = 5L * 365 * 86_400;

    private final Store store;
    private final People people;
    private final long since;

    SeededSetup(Store store, People people, long now) {
        this.store = store;
        this.people = people;
        this.since = now - YEARS_AGO;
    }

    void fill(int practitioners) {
        for (String zone : zones()) {
            String city = zone.substring(zone.indexOf('/') + 1).replace('_', ' ');
            store.businesses.add(new ReferenceRows.Business(
                    store.referenceIds.next(), since, city + " rooms", city, store.account.countryCode(), zone));
        }
        for (int made = 0; made <= practitioners; made++) {
            String first = people.first();
            String last = people.last();
            var user = new ReferenceRows.User(store.referenceIds.next(), since, first, last, Role.PRACTITIONER);
            store.users.add(user);
            var practitioner = new ReferenceRows.Practitioner(
                    store.referenceIds.next(), since, user.id, first, made == 1 ? null : last, "Dr");
            practitioner.active = made < practitioners;
            store.practitioners.add(practitioner);
            store.referenceNumbers.add(new ReferenceRows.ReferenceNumber(
                    store.referenceIds.next(),
                    since,
                    practitioner.id,
                    store.businesses.all().getFirst().id,
                    "Provider number",
                    "TEST" + (1_000 + made)));
        }
        type("Initial consult", "Physio", 45, 1);
        type("Standard consult", "Physio", 30, 1);
        type("Telehealth review", "Physio", 20, 1);
        type("Overnight observation", "Sleep", 600, 1);
        type("Remedial massage", "Massage", 60, 1);
        type("Pilates class", "Classes", 60, 8);
        ReferenceRows.AppointmentType retired = type("Hydrotherapy (retired)", "Physio", 30, 1);
        store.appointmentTypes.change(retired, row -> {
            row.archivedAt = since + YEARS_AGO / 2;
            row.updatedAt = row.archivedAt;
        });
    }

    /** A practitioner's lunch, on so many days to come. */
    void blocks(long now, int days) {
        for (int day = 1; day <= days; day++) {
            var row = new BlockRow(store.bookingIds.next(), now - 86_400);
            row.practitionerId = store.practitioners.all().getFirst().id;
            row.businessId = store.businesses.all().getFirst().id;
            row.blockTypeId = 1;
            row.startsAt = now + day * 86_400L;
            row.endsAt = row.startsAt + 3_600;
            store.blocks.add(row);
        }
    }

    private ReferenceRows.AppointmentType type(String name, String category, int minutes, int maxAttendees) {
        var row = new ReferenceRows.AppointmentType(
                store.referenceIds.next(), since, name, category, minutes, maxAttendees);
        store.appointmentTypes.add(row);
        return row;
    }

    private List<String> zones() {
        return switch (store.account.countryCode()) {
            case "AU" -> List.of("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide");
            case "GB" -> List.of("Europe/London", "Europe/Jersey");
            case "CA", "US" -> List.of("America/Toronto", "America/St_Johns", "America/Vancouver");
            default -> List.of("Europe/Dublin", "Europe/Berlin", "Atlantic/Canary");
        };
    }
}
