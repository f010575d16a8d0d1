package io.routiq.adapter.cliniko;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeRecord.ClassRecord;
import io.routiq.application.practice.PracticeRecord.PatientRecord;
import io.routiq.application.practice.PracticeRecord.Slot;
import io.routiq.application.practice.RejectedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Makes records of rows. Reads past whatever it does not know, and sets aside the rows that it cannot understand. */
final class RecordReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addDeserializer(Reference.class, new Reference.Reader())
                    .addDeserializer(Instant.class, new InstantReader()))
            .build();

    private static final ClinikoMappings MAPPINGS = new ClinikoMappingsImpl();

    private final Resource resource;
    private final PhoneNumbers phoneNumbers;

    /** @param country in which phone numbers are read, or null */
    RecordReader(Resource resource, @Nullable String country) {
        this.resource = resource;
        this.phoneNumbers = new PhoneNumbers(country);
    }

    /** What became of a page's rows. */
    record Records(List<PracticeRecord> understood, List<RejectedRecord> rejected) {}

    Records read(List<Row> rows) {
        var records = new Records(new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            try {
                records.understood().add(understand(row));
            } catch (UnreadableMember unreadable) {
                reject(row, unreadable.member()).ifPresent(records.rejected()::add);
            } catch (DatabindException mismatch) {
                reject(row, memberOf(mismatch)).ifPresent(records.rejected()::add);
            }
        }
        return records;
    }

    private PracticeRecord understand(Row row) {
        if (row.id().isEmpty()) {
            throw new UnreadableMember("id");
        }
        return switch (resource) {
            case PATIENTS -> patient(row);
            case INDIVIDUAL_APPOINTMENTS -> appointment(as(row, ClinikoBooking.class));
            case GROUP_APPOINTMENTS -> group(as(row, ClinikoBooking.class));
            case ATTENDEES -> attendee(as(row, ClinikoAttendee.class));
            case APPOINTMENT_TYPES -> MAPPINGS.appointmentType(as(row, ClinikoAppointmentType.class));
            case PRACTITIONERS -> MAPPINGS.practitioner(as(row, ClinikoPractitioner.class));
            case BUSINESSES -> MAPPINGS.location(as(row, ClinikoBusiness.class));
        };
    }

    /** Nothing of a patient is required, so what is left of a deleted one would pass for somebody without a name. */
    private PatientRecord patient(Row row) {
        if (row.isDeleted()) {
            throw new UnreadableMember("deleted_at");
        }
        return new PatientRecord(MAPPINGS.patient(as(row, ClinikoPatient.class), phoneNumbers));
    }

    private static AppointmentRecord appointment(ClinikoBooking booking) {
        return new AppointmentRecord(
                booking.id(),
                idOf(booking.patient()),
                slot(booking),
                Boolean.TRUE.equals(booking.didNotArrive()),
                booking.cancelledAt(),
                booking.archivedAt(),
                booking.deletedAt(),
                booking.createdAt(),
                booking.updatedAt());
    }

    private static ClassRecord group(ClinikoBooking booking) {
        return new ClassRecord(
                booking.id(),
                slot(booking),
                booking.archivedAt(),
                booking.deletedAt(),
                booking.createdAt(),
                booking.updatedAt());
    }

    private static AttendeeRecord attendee(ClinikoAttendee attendee) {
        Reference booking = attendee.booking();
        if (booking == null) {
            throw new UnreadableMember("booking");
        }
        return new AttendeeRecord(
                attendee.id(),
                booking.id(),
                idOf(attendee.patient()),
                Boolean.FALSE.equals(attendee.arrived()),
                attendee.cancelledAt(),
                attendee.archivedAt(),
                attendee.deletedAt(),
                attendee.createdAt(),
                attendee.updatedAt());
    }

    private static Slot slot(ClinikoBooking booking) {
        return new Slot(
                booking.startsAt(),
                booking.endsAt(),
                idOf(booking.appointmentType()),
                idOf(booking.practitioner()),
                idOf(booking.business()),
                booking.notes());
    }

    private static @Nullable String idOf(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }

    private static <T> T as(Row row, Class<T> type) {
        return JSON.treeToValue(row.json(), type);
    }

    /** Of a deleted record hardly more than the id is left: it is not one to wait for, but as good as not there. */
    private static Optional<RejectedRecord> reject(Row row, String member) {
        if (row.isDeleted()) {
            return Optional.empty();
        }
        String id = row.json().path("id").asString("");
        return Optional.of(new RejectedRecord(
                Row.number(id).isPresent() ? id : RejectedRecord.NO_ID,
                "The member " + member + " is missing or not as documented"));
    }

    /** The outermost member's name, which comes from our own record types. */
    private static String memberOf(DatabindException mismatch) {
        return mismatch.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .findFirst()
                .orElse("?");
    }

    private static final class InstantReader extends StdDeserializer<Instant> {

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            return context.readTree(parser)
                    .stringValueOpt()
                    .flatMap(Instants::read)
                    .orElseGet(() -> context.reportInputMismatch(this, "not an instant"));
        }
    }
}
