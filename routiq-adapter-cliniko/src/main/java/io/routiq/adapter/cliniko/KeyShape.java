package io.routiq.adapter.cliniko;

import io.routiq.application.practice.Located;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeEndpoint;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be told from a key's text: Cliniko ends it with {@code -} and the shard that the account lives on. */
final class KeyShape {

    private static final Pattern SHARD = Pattern.compile("[A-Za-z]{2}\\d{1,2}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]*");

    /** Keys made before there were shards have none, and belong here. */
    private static final String FIRST_SHARD = "au1";

    private static final int LONGEST = 200;
    private static final int SHORTEST = 8;
    private static final int HINT = 4;

    private KeyShape() {}

    static Located read(ClinikoSettings settings, PracticeCredentials credentials) {
        String key = credentials.secret().strip();
        if (key.isEmpty()) {
            return new Located.Malformed("The API key is empty.");
        }
        if (key.length() > LONGEST) {
            return new Located.Malformed("The API key is longer than 200 characters.");
        }
        if (!PRINTABLE.matcher(key).matches()) {
            return new Located.Malformed(
                    "The API key contains a line break, a space or another character that no key has.");
        }
        // A colon would end the user name of Basic authentication.
        if (key.indexOf(':') >= 0) {
            return new Located.Malformed("The API key contains a colon, which no key has.");
        }
        int dash = key.lastIndexOf('-');
        boolean sharded = dash >= 0 && SHARD.matcher(key.substring(dash + 1)).matches();
        String body = sharded ? key.substring(0, dash) : key;
        if (body.length() < SHORTEST) {
            return new Located.Malformed("The API key is too short.");
        }
        String shard = sharded ? key.substring(dash + 1).toLowerCase(Locale.ROOT) : FIRST_SHARD;
        return new Located.At(
                new PracticeCredentials(key),
                new PracticeEndpoint(settings.base(shard), shard),
                body.substring(body.length() - HINT));
    }
}
