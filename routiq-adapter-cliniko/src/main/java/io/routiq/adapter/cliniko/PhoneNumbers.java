package io.routiq.adapter.cliniko;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.routiq.adapter.cliniko.ClinikoPatient.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among a patient's phone numbers, which people typed in.
 *
 * @param country two letters, in which a number without a country's code is read, or null
 */
record PhoneNumbers(@Nullable String country) {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** The number to call: the first mobile one, else the first at all; E.164 if it can be read, else as written. */
    @Nullable
    String toCall(List<PhoneNumber> numbers) {
        Predicate<PhoneNumber> mobile = number -> "Mobile".equalsIgnoreCase(number.phoneType());
        return Stream.concat(numbers.stream().filter(mobile), numbers.stream().filter(mobile.negate()))
                .flatMap(number -> callable(number).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<String> callable(PhoneNumber number) {
        String written = number.number() == null ? "" : number.number().strip();
        String normalized = number.normalizedNumber() == null
                ? ""
                : number.normalizedNumber().strip();
        return (hasDigit(normalized)
                        ? international("+" + normalized.replaceFirst("^\\+", ""), null)
                        : Optional.<String>empty())
                .or(() -> hasDigit(written) ? international(written, country) : Optional.empty())
                .or(() -> Stream.of(written, normalized)
                        .filter(PhoneNumbers::hasDigit)
                        .findFirst());
    }

    private static Optional<String> international(String number, @Nullable String region) {
        try {
            Phonenumber.PhoneNumber parsed = LIBRARY.parse(number, region);
            return LIBRARY.isPossibleNumber(parsed)
                    ? Optional.of(LIBRARY.format(parsed, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
