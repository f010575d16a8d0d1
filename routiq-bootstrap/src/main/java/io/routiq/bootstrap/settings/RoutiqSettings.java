package io.routiq.bootstrap.settings;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All settings, complete and checked. A setting's variable is its path in capitals after {@code ROUTIQ_}, words parted
 * by underscores: {@code database.owner.user} is {@code ROUTIQ_DATABASE_OWNER_USER}. What has no default is required.
 *
 * @param environment what this installation is called in {@code GET /health}
 * @param requestsPerMinute the most that each user of an organization may send to this instance
 */
public record RoutiqSettings(
        @DefaultValue("production") String environment,
        @DefaultValue Server server,
        @DefaultValue Database database,
        @DefaultValue Clerk clerk,
        @DefaultValue Encryption encryption,
        @DefaultValue Cors cors,
        @DefaultValue Cliniko cliniko,
        @DefaultValue Worker worker,
        @DefaultValue Administrators administrators,
        @DefaultValue Audit audit,
        @DefaultValue("600") int requestsPerMinute) {

    /** Where this instance listens; Spring's own {@code server.port} goes before. */
    public record Server(@DefaultValue("8000") int port) {}

    /**
     * PostgreSQL.
     *
     * @param user the role that serves; it owns nothing
     * @param poolSize the most connections of that role
     */
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") Secret password,
            @DefaultValue Owner owner,
            @DefaultValue("10") int poolSize) {}

    /** The role that owns the schema and migrates it. */
    public record Owner(
            @DefaultValue("") String user, @DefaultValue("") Secret password) {}

    /**
     * The identity provider.
     *
     * @param issuer its address without a slash at the end, exactly as in its tokens
     * @param authorizedParties the origins whose tokens are accepted
     */
    public record Clerk(
            @DefaultValue("") String issuer, @DefaultValue List<String> authorizedParties) {

        public Clerk {
            authorizedParties = List.copyOf(authorizedParties);
        }
    }

    /**
     * The sealing of credentials.
     *
     * @param keyset see {@link Keysets}
     */
    public record Encryption(@DefaultValue("") Secret keyset) {}

    /**
     * Cross-origin calls.
     *
     * @param origins the browser applications that may call
     */
    public record Cors(@DefaultValue List<String> origins) {

        public Cors {
            origins = List.copyOf(origins);
        }
    }

    /**
     * Cliniko.
     *
     * @param contact the mailbox that Cliniko's people write to
     * @param requestsPerMinute the most of one organization
     * @param endpointTemplate its interface's base address, with <code>{shard}</code>; another one in the sandbox only
     */
    public record Cliniko(
            @DefaultValue("") String contact,
            @DefaultValue("200") int requestsPerMinute,
            @DefaultValue(Cliniko.ENDPOINT) String endpointTemplate) {

        static final String ENDPOINT = "https://api.{shard}.cliniko.com/v1";
    }

    /**
     * Background work.
     *
     * @param threads how many sync runs this instance works on at a time
     * @param heartbeat how often an instance says that it is at work; another pace in the sandbox only
     */
    public record Worker(
            @DefaultValue("4") int threads,
            @DefaultValue(Worker.HEARTBEAT) Duration heartbeat) {

        static final String HEARTBEAT = "PT4S";
    }

    /**
     * The record of who read whose data.
     *
     * @param retentionYears for how long entries are kept at least
     */
    public record Audit(@DefaultValue("6") int retentionYears) {}

    /**
     * Who administers the platform: whoever's token has the claim with the value, and the listed users.
     *
     * @param users user ids of the identity provider, none by default
     */
    public record Administrators(
            @DefaultValue List<String> users,
            @DefaultValue("platform_admin") String claim,
            @DefaultValue("true") String value) {

        public Administrators {
            users = List.copyOf(users);
        }
    }
}
