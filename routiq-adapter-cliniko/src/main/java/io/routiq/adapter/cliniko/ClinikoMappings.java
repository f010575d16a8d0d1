package io.routiq.adapter.cliniko;

import io.routiq.adapter.cliniko.ClinikoPatient.PhoneNumber;
import io.routiq.application.practice.PracticeRecord.AppointmentTypeRecord;
import io.routiq.application.practice.PracticeRecord.LocationRecord;
import io.routiq.application.practice.PracticeRecord.PractitionerRecord;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.patient.PatientId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** The records that are the same on both sides but for names. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ClinikoMappings {

    @Mapping(target = "phone", source = "patientPhoneNumbers")
    @Mapping(target = "mergedInto", source = "mergedWithPatient")
    Patient patient(ClinikoPatient patient, @Context PhoneNumbers phoneNumbers);

    AppointmentTypeRecord appointmentType(ClinikoAppointmentType type);

    @Mapping(target = "name", source = ".")
    PractitionerRecord practitioner(ClinikoPractitioner practitioner);

    @Mapping(target = "name", source = ".")
    @Mapping(target = "timeZone", source = "timeZoneIdentifier")
    LocationRecord location(ClinikoBusiness business);

    default PatientId patientId(String id) {
        return new PatientId(id);
    }

    default @Nullable PatientId survivor(@Nullable Reference patient) {
        return patient == null ? null : new PatientId(patient.id());
    }

    default @Nullable String phone(@Nullable List<PhoneNumber> numbers, @Context PhoneNumbers phoneNumbers) {
        return numbers == null ? null : phoneNumbers.toCall(numbers);
    }

    default String nameOf(ClinikoPractitioner practitioner) {
        String parts = Stream.of(practitioner.firstName(), practitioner.lastName())
                .filter(Objects::nonNull)
                .reduce("", (first, last) -> (first + " " + last).strip());
        return firstName(practitioner.displayName(), practitioner.label(), parts);
    }

    default String nameOf(ClinikoBusiness business) {
        return firstName(business.displayName(), business.label(), business.businessName());
    }

    private static String firstName(@Nullable String... candidates) {
        return Stream.of(candidates)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow(() -> new UnreadableMember("display_name"));
    }
}
