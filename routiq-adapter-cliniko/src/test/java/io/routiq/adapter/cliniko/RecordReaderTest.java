package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeRecord.LocationRecord;
import io.routiq.application.practice.PracticeRecord.PatientRecord;
import io.routiq.application.practice.PracticeRecord.PractitionerRecord;
import io.routiq.application.practice.PracticeRecord.Slot;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.domain.patient.Patient;
import io.routiq.domain.patient.PatientId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RecordReaderTest {

    private static final String TIMES = "'created_at':'2026-01-01T00:00:00Z','updated_at':'2026-01-02T00:00:00Z'";
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UPDATED = Instant.parse("2026-01-02T00:00:00Z");

    @Test
    void readsAPatientWithEverythingThatIsServed() {
        assertThat(understood(
                        Resource.PATIENTS,
                        "{'id':'1512340098761234567','first_name':'Orla','last_name':'Testdale','email':'orla@example.test',"
                                + "'patient_phone_numbers':[{'number':'0491 570 156','phone_type':'Mobile','x':1}],"
                                + "'archived_at':'2026-01-01T10:00:00+10:00','medicare':'secret','beta':{'a':[1]},"
                                + "'merged_with_patient':{'links':{'self':'https://x.example.test/v1/patients/77?a=b/9'}},"
                                + TIMES + "}"))
                .isEqualTo(new PatientRecord(new Patient(
                        new PatientId("1512340098761234567"),
                        "Orla",
                        "Testdale",
                        "orla@example.test",
                        "+61491570156",
                        CREATED,
                        new PatientId("77"),
                        CREATED,
                        UPDATED)));
    }

    @Test
    void readsAPatientOfWhomNothingIsKnown() {
        assertThat(understood(Resource.PATIENTS, "{'id':'5','first_name':null," + TIMES + "}"))
                .isEqualTo(new PatientRecord(
                        new Patient(new PatientId("5"), null, null, null, null, null, null, CREATED, UPDATED)));
    }

    @Test
    void readsAnAppointmentWhoseLinksAreUnsetInEveryWay() {
        assertThat(understood(
                        Resource.INDIVIDUAL_APPOINTMENTS,
                        "{'id':'5','starts_at':'2026-05-04T23:00:00.5Z','patient':null,'business':{},"
                                + "'practitioner':{'links':{'self':null}},'did_not_arrive':null," + TIMES + "}"))
                .isEqualTo(new AppointmentRecord(
                        "5",
                        null,
                        new Slot(Instant.parse("2026-05-04T23:00:00.5Z"), null, null, null, null, null),
                        false,
                        null,
                        null,
                        null,
                        CREATED,
                        UPDATED));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "null, false"})
    void takesOnlyAClearNoForNotArrived(String arrived, boolean didNotArrive) {
        assertThat(understood(
                        Resource.ATTENDEES,
                        "{'id':'5','arrived':" + arrived
                                + ",'booking':{'links':{'self':'https://x.example.test/v1/bookings/9'}}," + TIMES
                                + "}"))
                .isEqualTo(new AttendeeRecord("5", "9", null, didNotArrive, null, null, null, CREATED, UPDATED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'display_name':'Dr O. Testdale','label':'x'; Dr O. Testdale",
                "'display_name':' ','label':'Orla T','first_name':'x'; Orla T",
                "'first_name':'Orla','last_name':'Testdale'; Orla Testdale",
                "'first_name':null,'last_name':'Testdale'; Testdale"
            })
    void namesPractitionersAsWellAsItCan(String names, String expected) {
        assertThat(understood(Resource.PRACTITIONERS, "{'id':'5'," + names + "," + TIMES + "}"))
                .isEqualTo(new PractitionerRecord("5", expected, UPDATED));
    }

    @Test
    void namesLocationsByTheirBusinessNameIfNeedBe() {
        assertThat(understood(
                        Resource.BUSINESSES,
                        "{'id':'5','business_name':'North','time_zone':'Melbourne','time_zone_identifier':'Australia/Melbourne',"
                                + TIMES + "}"))
                .isEqualTo(new LocationRecord("5", "North", "Australia/Melbourne", UPDATED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "PATIENTS; {'id':'5','created_at':'2026-01-01T00:00:00Z'}; updated_at",
                "PATIENTS; {'id':'5','created_at':null,'updated_at':'2026-01-02T00:00:00Z'}; created_at",
                "PATIENTS; {'id':'5','email':{'a':'b'},TIMES}; email",
                "PATIENTS; {'id':'5','archived_at':12,TIMES}; archived_at",
                "PATIENTS; {'id':'5','archived_at':'yesterday',TIMES}; archived_at",
                "PATIENTS; {'id':'5','patient_phone_numbers':[5],TIMES}; patient_phone_numbers",
                "PATIENTS; {'id':'5','merged_with_patient':{'links':{'self':'https://x/y'}},TIMES}; merged_with_patient",
                "INDIVIDUAL_APPOINTMENTS; {'id':'5',TIMES}; starts_at",
                "INDIVIDUAL_APPOINTMENTS; {'id':'5','starts_at':'2026-01-01T00:00:00Z','did_not_arrive':'maybe',TIMES}; did_not_arrive",
                "INDIVIDUAL_APPOINTMENTS; {'id':'5','starts_at':'2026-01-01T00:00:00Z','patient':'7',TIMES}; patient",
                "ATTENDEES; {'id':'5',TIMES}; booking",
                "ATTENDEES; {'id':'5','booking':{},TIMES}; booking",
                "APPOINTMENT_TYPES; {'id':'5','name':null,TIMES}; name",
                "PRACTITIONERS; {'id':'5',TIMES}; display_name"
            })
    void setsARecordAsideAndNamesTheMember(Resource resource, String json, String member) {
        assertThat(read(resource, json.replace("TIMES", TIMES)).rejected())
                .containsExactly(new RejectedRecord("5", "The member " + member + " is missing or not as documented"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{TIMES}; ?",
                "{'id':null,TIMES}; ?",
                "{'id':'<b>',TIMES}; ?",
                "{'id':['5'],TIMES}; ?",
                "{'id':'9223372036854775808',TIMES}; ?",
                "5; ?",
                "null; ?"
            })
    void setsRecordsWithoutAProperIdAside(String json, String id) {
        assertThat(read(Resource.PATIENTS, json.replace("TIMES", TIMES)).rejected())
                .containsExactly(new RejectedRecord(id, "The member id is missing or not as documented"));
    }

    @Test
    void acceptsNumbersForIds() {
        assertThat(understood(Resource.PATIENTS, "{'id':9223372036854775807," + TIMES + "}")
                        .id())
                .isEqualTo("9223372036854775807");
    }

    private static PracticeRecord understood(Resource resource, String json) {
        RecordReader.Records records = read(resource, json);
        assertThat(records.rejected()).isEmpty();
        return records.understood().getFirst();
    }

    private static RecordReader.Records read(Resource resource, String json) {
        return new RecordReader(resource, "AU")
                .read(List.of(new Row(JsonMapper.shared().readTree(json.replace('\'', '"')))));
    }
}
