package io.routiq.application.patient;

import io.routiq.domain.patient.Patient;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@link PatientFilter#search} finds. */
final class PatientSearch {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().-]{6,}");

    private PatientSearch() {}

    static boolean matches(Patient patient, String search) {
        String wanted = plain(search).strip();
        String name = plain(patient.firstName()) + " " + plain(patient.lastName());
        return Stream.of(wanted.split("\\s+", -1)).allMatch(name::contains)
                || plain(patient.email()).contains(wanted)
                || patient.id().value().equals(wanted)
                || isPhoneOf(patient, wanted);
    }

    /** National numbers begin with a zero that the international notation leaves out. */
    private static boolean isPhoneOf(Patient patient, String wanted) {
        return PHONE.matcher(wanted).matches()
                && digits(patient.phone()).contains(digits(wanted).replaceFirst("^0+", ""));
    }

    private static String plain(@Nullable String text) {
        return text == null
                ? ""
                : withoutStrokes(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT));
    }

    private static String withoutStrokes(String text) {
        return text.replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("æ", "ae");
    }

    private static String digits(@Nullable String text) {
        return text == null ? "" : NOT_DIGITS.matcher(text).replaceAll("");
    }
}
