package io.routiq.application.connection;

import io.routiq.application.Sealer;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeEndpoint;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organization's connection to its practice system. The key is there in sealed form only.
 *
 * @param sealedCredentials the key, readable by the sealer only
 * @param keyHint four characters to recognise the key by
 * @param account the account that the key opens, or null while it was never tried
 * @param checkedAt when the key was last tried, or null
 */
public record Connection(
        String sealedCredentials,
        PracticeEndpoint endpoint,
        String keyHint,
        @Nullable PracticeAccount account,
        ConnectionSettings settings,
        Status status,
        @Nullable Instant checkedAt,
        Instant createdAt,
        Instant updatedAt) {

    private static final String CREDENTIALS_PURPOSE = "practice-credentials";

    /** Whether the key is good, as far as is known. */
    public enum Status {
        /** Stored but never tried. */
        UNCHECKED,
        /** Worked when last tried. */
        CONNECTED,
        /** Rejected: somebody has to configure a new key. */
        ACTION_REQUIRED;

        /** The lower-case name that interfaces and storage use. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A key in the form in which connections keep it. */
    static String seal(Sealer sealer, OrganizationId organization, PracticeCredentials credentials) {
        return sealer.seal(organization, CREDENTIALS_PURPOSE, credentials.secret());
    }

    /** The key in the clear, or empty if the service's keyset does not open it any more. */
    public Optional<PracticeCredentials> credentials(Sealer sealer, OrganizationId organization) {
        return sealer.open(organization, CREDENTIALS_PURPOSE, sealedCredentials).map(PracticeCredentials::new);
    }

    /** The same connection after its key was tried. */
    public Connection checked(Status result, @Nullable PracticeAccount opened, Instant at) {
        return new Connection(
                sealedCredentials,
                endpoint,
                keyHint,
                opened == null ? account : opened,
                settings,
                result,
                at,
                createdAt,
                updatedAt);
    }

    /** The same connection with other settings. */
    public Connection with(ConnectionSettings changed, Instant at) {
        return new Connection(sealedCredentials, endpoint, keyHint, account, changed, status, checkedAt, createdAt, at);
    }
}
