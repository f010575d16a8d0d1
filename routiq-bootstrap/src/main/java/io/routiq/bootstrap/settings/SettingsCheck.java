package io.routiq.bootstrap.settings;

import io.routiq.application.administration.CleanUpDatabase;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is missing or wrong, by variable: the end of a sentence that begins with the variable's name. */
final class SettingsCheck {

    private static final Pattern MAILBOX = Pattern.compile("[!-~&&[^@()<>]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?");

    private static final int LEAST_AUDIT_RETENTION = CleanUpDatabase.LEAST_AUDIT_RETENTION.getYears();

    private final boolean sandbox;
    private final Map<String, String> problems = new LinkedHashMap<>();

    /** @param sandbox whether addresses may be local */
    SettingsCheck(RoutiqSettings settings, boolean sandbox) {
        this.sandbox = sandbox;
        check(settings.server());
        check(settings.database());
        check(settings.clerk());
        check(settings.encryption());
        origins("ROUTIQ_CORS_ORIGINS", settings.cors().origins(), "the origins of the browser applications");
        check(settings.cliniko());
        check(settings.worker());
        check(settings.administrators());
        range("ROUTIQ_AUDIT_RETENTION_YEARS", settings.audit().retentionYears(), LEAST_AUDIT_RETENTION, 100);
        range("ROUTIQ_REQUESTS_PER_MINUTE", settings.requestsPerMinute(), 1_000_000);
    }

    Map<String, String> problems() {
        return problems;
    }

    private void check(RoutiqSettings.Server server) {
        range("ROUTIQ_SERVER_PORT", server.port(), 65_535);
    }

    private void check(RoutiqSettings.Database database) {
        String address = "the address of PostgreSQL, jdbc:postgresql://host:5432/database";
        required("ROUTIQ_DATABASE_URL", database.url(), address);
        if (!sandbox && !database.url().startsWith("jdbc:postgresql:")) {
            wrong("ROUTIQ_DATABASE_URL", "must be " + address);
        }
        String user = database.user();
        RoutiqSettings.Owner owner = database.owner();
        required("ROUTIQ_DATABASE_USER", user, "the role that serves");
        required("ROUTIQ_DATABASE_PASSWORD", database.password().value(), "the password of the role that serves");
        required("ROUTIQ_DATABASE_OWNER_USER", owner.user(), "the role that owns and migrates the schema");
        required("ROUTIQ_DATABASE_OWNER_PASSWORD", owner.password().value(), "the password of the owner's role");
        if (user.equals(owner.user())) {
            wrong("ROUTIQ_DATABASE_OWNER_USER", "must be another role than ROUTIQ_DATABASE_USER");
        }
        range("ROUTIQ_DATABASE_POOL_SIZE", database.poolSize(), 500);
    }

    private void check(RoutiqSettings.Clerk clerk) {
        String issuer = "the identity provider's address as in its tokens, https:// and without a slash at the end";
        required("ROUTIQ_CLERK_ISSUER", clerk.issuer(), issuer);
        if (!isAddress(clerk.issuer()) || clerk.issuer().endsWith("/")) {
            wrong("ROUTIQ_CLERK_ISSUER", "must be " + issuer);
        }
        origins("ROUTIQ_CLERK_AUTHORIZED_PARTIES", clerk.authorizedParties(), "the origins whose tokens are accepted");
    }

    private void check(RoutiqSettings.Encryption encryption) {
        String text = encryption.keyset().value();
        required("ROUTIQ_ENCRYPTION_KEYSET", text, "the keys that seal credentials");
        try {
            Keysets.parse(text);
        } catch (IllegalArgumentException e) {
            wrong("ROUTIQ_ENCRYPTION_KEYSET", "must be a Tink keyset of AES256_GCM keys, in JSON or in Base64 of that");
        }
    }

    private void check(RoutiqSettings.Cliniko cliniko) {
        required("ROUTIQ_CLINIKO_CONTACT", cliniko.contact(), "the mailbox that Cliniko's people can write to");
        if (!MAILBOX.matcher(cliniko.contact()).matches()) {
            wrong("ROUTIQ_CLINIKO_CONTACT", "must be the address of a mailbox");
        }
        range("ROUTIQ_CLINIKO_REQUESTS_PER_MINUTE", cliniko.requestsPerMinute(), 1000);
        if (!sandbox && !cliniko.endpointTemplate().equals(RoutiqSettings.Cliniko.ENDPOINT)) {
            wrong("ROUTIQ_CLINIKO_ENDPOINT_TEMPLATE", "is for the sandbox only");
        }
    }

    private void check(RoutiqSettings.Worker worker) {
        range("ROUTIQ_WORKER_THREADS", worker.threads(), 64);
        if (!sandbox && !worker.heartbeat().equals(Duration.parse(RoutiqSettings.Worker.HEARTBEAT))) {
            wrong("ROUTIQ_WORKER_HEARTBEAT", "is for the sandbox only");
        }
    }

    private void check(RoutiqSettings.Administrators administrators) {
        required("ROUTIQ_ADMINISTRATORS_CLAIM", administrators.claim(), "the claim of platform administrators");
        required("ROUTIQ_ADMINISTRATORS_VALUE", administrators.value(), "the value of that claim");
    }

    private void origins(String variable, List<String> origins, String meaning) {
        required(variable, String.join("", origins), meaning);
        if (!origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            wrong(variable, "must list origins such as https://app.example.test, separated by commas");
        }
    }

    private boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && ("https".equals(address.getScheme()) || (sandbox && "http".equals(address.getScheme())));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void required(String variable, String value, String meaning) {
        if (value.isBlank()) {
            wrong(variable, "is missing: " + meaning);
        }
    }

    private void range(String variable, int value, int most) {
        range(variable, value, 1, most);
    }

    private void range(String variable, int value, int least, int most) {
        if (value < least || value > most) {
            wrong(variable, "must be from " + least + " to " + most);
        }
    }

    // The first problem of a variable is the one to tell.
    private void wrong(String variable, String problem) {
        problems.putIfAbsent(variable, problem);
    }
}
