package io.routiq.adapter.cliniko.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The older lists below a record, to which the records' own links still point. */
final class Nested {

    private Nested() {}

    /** Empty for a route that does not exist. */
    static Optional<Resource<?>> find(Catalogue catalogue, List<String> segments) {
        if (segments.size() != 3 || !segments.get(1).matches("\\d{1,18}|[1-8]\\d{18}")) {
            return Optional.empty();
        }
        long parent = Long.parseLong(segments.get(1));
        String path = String.join("/", segments);
        return switch (segments.getFirst() + "/" + segments.get(2)) {
            case "individual_appointments/attendees", "group_appointments/attendees", "bookings/attendees" ->
                Optional.of(below(catalogue.attendees(), path, "attendees", row -> row.booking.id == parent));
            case "patients/attendees" ->
                Optional.of(below(catalogue.attendees(), path, "attendees", row -> row.patientId == parent));
            case "patients/appointments" ->
                Optional.of(below(catalogue.appointments(), path, "appointments", row -> row.patientId == parent));
            case "practitioners/appointments" ->
                Optional.of(below(catalogue.appointments(), path, "appointments", row -> row.practitionerId == parent));
            case "businesses/appointments" ->
                Optional.of(below(catalogue.appointments(), path, "appointments", row -> row.businessId == parent));
            default -> Optional.empty();
        };
    }

    private static <R extends Row> Resource<R> below(
            Resource<R> whole, String path, String arrayKey, Predicate<R> belongs) {
        return new Resource<>(
                path,
                arrayKey,
                whole.table(),
                whole.columns(),
                List.of(Criterion.of("parent", belongs)),
                whole.shape());
    }
}
