package io.routiq.adapter.cliniko.simulator;

import java.util.Locale;
import java.util.SplittableRandom;

/** Made-up people with telephone numbers that are reserved for fiction. */
final class People {

    private static final String[] FIRST = {
        "Orla",
        "Bram",
        "Cyra",
        "Davin",
        "Elow",
        "Fenn",
        "Greta",
        "Hale",
        "Ines",
        "Jory",
        "Kaia",
        "Lorcan",
        "Maeve",
        "Niall",
        "Odette",
        "Pell",
        "Quill",
        "Rhea",
        "Soren",
        "Tamsin",
        "Una",
        "Vesper",
        "Wren",
        "Xanthe",
        "Yarrow",
        "Zéphyrine",
        "Åsa",
        "Bláthnaid",
        "Jürgen",
        "Nguyên"
    };

    private static final String[] LAST_BEGIN = {
        "Test",
        "Sample",
        "Mock",
        "Dummy",
        "Trial",
        "Draft",
        "Proof",
        "Specimen",
        "Model",
        "Pattern",
        "O'Test",
        "Van Test"
    };

    private static final String[] LAST_END = {
        "dale", "ford", "wick", "ham", "stone", "brook", "worth", "mere", "field", "bury", "son", "ley", "well", "combe"
    };

    private final SplittableRandom random;
    private final String countryCode;

    People(SplittableRandom random, String countryCode) {
        this.random = random;
        this.countryCode = countryCode;
    }

    void name(PatientRow row) {
        row.firstName = FIRST[random.nextInt(FIRST.length)];
        row.lastName = LAST_BEGIN[random.nextInt(LAST_BEGIN.length)] + LAST_END[random.nextInt(LAST_END.length)];
        row.preferredFirstName = random.nextInt(12) == 0 ? FIRST[random.nextInt(FIRST.length)] : null;
        row.bornOnEpochDay = random.nextInt(30) == 0 ? Row.NONE : random.nextInt(-14_000, 18_000);
        row.email = random.nextInt(8) == 0 ? null : email(row);
        row.phone = random.nextInt(10) == 0 ? null : phone();
        row.acceptedPrivacyPolicy = random.nextInt(5) == 0 ? null : Boolean.valueOf(random.nextInt(9) != 0);
    }

    String first() {
        return FIRST[random.nextInt(FIRST.length)];
    }

    String last() {
        return LAST_BEGIN[random.nextInt(LAST_BEGIN.length)] + LAST_END[random.nextInt(LAST_END.length)];
    }

    private static String email(PatientRow row) {
        String first = String.valueOf(row.firstName).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return first + "." + Long.toString(row.id, Character.MAX_RADIX) + "@example.test";
    }

    private String phone() {
        return switch (countryCode) {
            case "GB" -> "07700 900%03d".formatted(random.nextInt(1_000));
            case "CA", "US" -> "(613) 555-01%02d".formatted(random.nextInt(100));
            case "AU" -> "(02) 5550 %04d".formatted(random.nextInt(10_000));
            default -> "020 91%d %04d".formatted(random.nextInt(10), random.nextInt(10_000));
        };
    }
}
