package io.routiq.adapter.persistence;

import static java.util.Map.entry;

import io.routiq.domain.patient.Patient;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What patients are found and ordered by. Texts and search terms go through the same folding, here and not in the
 * database, whose own would depend on its locale.
 */
final class SearchText {

    /** An index entry has a limit, and nobody's place in the alphabet is decided later than this. */
    private static final int LONGEST_SORT_NAME = 200;

    /** Sorts after all names: the last character that there is. */
    static final String NAMELESS = Character.toString(Character.MAX_CODE_POINT);

    /** How many letters or digits in a row the index on search texts needs to help. */
    static final int TRIGRAM = 3;

    private static final Pattern LETTERS_IN_A_ROW = Pattern.compile("[a-z0-9]+");

    /** Accents, and signs that cannot be seen, such as those that turn the direction of writing. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");

    /** Letters that Unicode does not take for others with an accent, though people who look for them do. */
    private static final Map<String, String> PLAIN_LETTERS = Map.ofEntries(
            entry("ø", "o"),
            entry("ł", "l"),
            entry("đ", "d"),
            entry("ð", "d"),
            entry("ħ", "h"),
            entry("ŧ", "t"),
            entry("ı", "i"),
            entry("ß", "ss"),
            entry("æ", "ae"),
            entry("œ", "oe"),
            entry("þ", "th"));

    private static final Pattern SPECIAL_LETTERS = Pattern.compile(String.join("|", PLAIN_LETTERS.keySet()));

    /** Left out by some and written by others, as in O'Brien. */
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019`]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    /** A zero that is dialled only within a country, as in +61 (0)412. */
    private static final Pattern TRUNK_ZERO = Pattern.compile("\\(0\\)");

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
    private static final Pattern PHONE = Pattern.compile("[+(\\d][\\d\\s().,/]*");

    /** Fewer may be anything, such as a house number in an email address. */
    private static final int FEWEST_DIGITS = 4;

    private SearchText() {}

    /** Name, email address and the digits of the phone number. */
    static String of(Patient patient) {
        return knownName(patient) + " " + fold(patient.email()) + " " + digits(patient.phone());
    }

    static String sortName(Patient patient) {
        String name = knownName(patient);
        return name.isEmpty()
                ? NAMELESS
                : name.codePoints()
                        .limit(LONGEST_SORT_NAME)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** What a type's name is compared by: case does not matter, accents do. */
    static String typeKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Each of these must occur in a patient's text. A term that may be a phone number is one; else each word is. */
    static List<String> wanted(String term) {
        String folded = fold(term);
        String digits = digits(TRUNK_ZERO.matcher(folded).replaceAll(""));
        if (PHONE.matcher(folded).matches() && digits.length() >= FEWEST_DIGITS) {
            return List.of(LEADING_ZEROS.matcher(digits).replaceFirst(""));
        }
        return Arrays.stream(SPACES.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The most letters and digits in a row; those of ASCII only, which are letters to a database of any locale. */
    static int lettersInARow(String word) {
        return LETTERS_IN_A_ROW
                .matcher(word)
                .results()
                .mapToInt(found -> found.end() - found.start())
                .max()
                .orElse(0);
    }

    private static String knownName(Patient patient) {
        return (fold(patient.firstName()) + " " + fold(patient.lastName())).strip();
    }

    private static String fold(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        String bare =
                APOSTROPHES.matcher(MARKS.matcher(decomposed).replaceAll("")).replaceAll("");
        String plain =
                SPECIAL_LETTERS.matcher(bare).replaceAll(letter -> PLAIN_LETTERS.getOrDefault(letter.group(), ""));
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    private static String digits(@Nullable String phone) {
        return phone == null ? "" : NO_DIGITS.matcher(phone).replaceAll("");
    }
}
