package io.routiq.adapter.cliniko.simulator;

import org.jspecify.annotations.Nullable;

/** The few records that a practice is set up with. */
final class ReferenceRows {

    private ReferenceRows() {}

    static final class Business extends Row {
        final String name;
        final String city;
        final String countryCode;
        final String zone;

        Business(long id, long createdAt, String name, String city, String countryCode, String zone) {
            super(id, createdAt);
            this.name = name;
            this.city = city;
            this.countryCode = countryCode;
            this.zone = zone;
        }
    }

    static final class Practitioner extends Row {
        final long userId;
        final @Nullable String firstName;
        final @Nullable String lastName;
        final String title;
        boolean active = true;

        Practitioner(
                long id,
                long createdAt,
                long userId,
                @Nullable String firstName,
                @Nullable String lastName,
                String title) {
            super(id, createdAt);
            this.userId = userId;
            this.firstName = firstName;
            this.lastName = lastName;
            this.title = title;
        }
    }

    static final class AppointmentType extends Row {
        final String name;
        final String category;
        final int minutes;
        final int maxAttendees;

        AppointmentType(long id, long createdAt, String name, String category, int minutes, int maxAttendees) {
            super(id, createdAt);
            this.name = name;
            this.category = category;
            this.minutes = minutes;
            this.maxAttendees = maxAttendees;
        }
    }

    static final class User extends Row {
        final String firstName;
        final String lastName;
        final Role role;
        boolean active = true;

        User(long id, long createdAt, String firstName, String lastName, Role role) {
            super(id, createdAt);
            this.firstName = firstName;
            this.lastName = lastName;
            this.role = role;
        }
    }

    static final class ReferenceNumber extends Row {
        final long practitionerId;
        final long businessId;
        final String name;
        final String number;

        ReferenceNumber(long id, long createdAt, long practitionerId, long businessId, String name, String number) {
            super(id, createdAt);
            this.practitionerId = practitionerId;
            this.businessId = businessId;
            this.name = name;
            this.number = number;
        }
    }
}
