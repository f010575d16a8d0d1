package io.routiq.adapter.cliniko;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How Cliniko is reached.
 *
 * @param contact whom Cliniko may turn to, sent with every request
 * @param endpoint base address with <code>{shard}</code> in the place of the shard; https, or http on this machine
 * @param rate how much may be asked with one key
 * @param times how long is waited
 * @param sizes how much is taken at once
 * @param clock our own time, for the rate limit only
 */
public record ClinikoSettings(
        Contact contact, String endpoint, Rate rate, Times times, Sizes sizes, InstantSource clock) {

    private static final String SHARD = "{shard}";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException if the endpoint is not as described */
    public ClinikoSettings {
        require(endpoint.contains(SHARD), "The Cliniko endpoint needs {shard} in it");
        require(!endpoint.endsWith("/"), "The Cliniko endpoint has no slash at its end");
        URI example = URI.create(endpoint.replace(SHARD, "au1"));
        boolean local = "http".equals(example.getScheme()) && THIS_MACHINE.contains(example.getHost());
        require(local || "https".equals(example.getScheme()), "The Cliniko endpoint is an https address");
    }

    /**
     * The vendor and a mailbox that somebody reads: Cliniko blocks software whose makers it cannot ask.
     *
     * @param vendor the product's name, printable ASCII without parentheses
     * @param mailbox an e-mail address
     */
    public record Contact(String vendor, String mailbox) {

        private static final Pattern VENDOR = Pattern.compile("[\\x21-\\x7E&&[^()]][\\x20-\\x7E&&[^()]]{0,99}");
        private static final Pattern MAILBOX =
                Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

        /** @throws IllegalArgumentException if either cannot stand in a User-Agent header */
        public Contact {
            require(VENDOR.matcher(vendor).matches(), "The Cliniko contact needs a vendor's name in plain ASCII");
            require(MAILBOX.matcher(mailbox).matches(), "The Cliniko contact needs an e-mail address");
        }

        String userAgent() {
            return vendor + " (" + mailbox + ")";
        }
    }

    /**
     * How much one key is used.
     *
     * @param perMinute never more than this in any 60 seconds, by all instances together
     * @param inFlight never more than this at the same time by this one
     */
    public record Rate(int perMinute, int inFlight) {

        /** Cliniko's own limit per user, and as many connections as it takes to reach it. */
        public static final Rate DEFAULT = new Rate(200, 4);

        /** @throws IllegalArgumentException if nothing could be asked at all */
        public Rate {
            require(perMinute >= 1 && inFlight >= 1, "At least one Cliniko request is allowed");
        }
    }

    /**
     * How long is waited.
     *
     * @param connect for a connection to stand
     * @param request from asking to the last byte of the answer
     * @param patience for the rate limit; a longer wait is answered instead
     * @param firstPause before a failed request is repeated; doubles with each repetition
     */
    public record Times(Duration connect, Duration request, Duration patience, Duration firstPause) {

        /** Cliniko cuts a query after 30 seconds. */
        public static final Times DEFAULT =
                new Times(Duration.ofSeconds(5), Duration.ofSeconds(35), Duration.ofSeconds(1), Duration.ofMillis(500));

        /** @throws IllegalArgumentException if nothing could be waited for */
        public Times {
            require(connect.isPositive() && request.isPositive(), "A Cliniko answer takes some time");
            require(!patience.isNegative(), "The patience with Cliniko's rate is not negative");
            require(firstPause.toMillis() >= 1, "At least a millisecond before a Cliniko request is repeated");
        }
    }

    /**
     * How much is taken at once.
     *
     * @param answerBytes an answer that unpacks to more is not read on
     * @param pageRecords records asked for with one request, 1 to 100
     */
    public record Sizes(int answerBytes, int pageRecords) {

        /** As much as Cliniko gives. */
        public static final Sizes DEFAULT = new Sizes(16 * 1024 * 1024, 100);

        /** @throws IllegalArgumentException if Cliniko knows no such page */
        public Sizes {
            require(pageRecords >= 1 && pageRecords <= 100, "A Cliniko page has 1 to 100 records");
        }
    }

    /** What production uses. */
    public static ClinikoSettings of(Contact contact, InstantSource clock) {
        return new ClinikoSettings(
                contact, "https://api.{shard}.cliniko.com/v1", Rate.DEFAULT, Times.DEFAULT, Sizes.DEFAULT, clock);
    }

    /** The same with another base address, for example <code>http://localhost:8003/{shard}/v1</code>. */
    public ClinikoSettings withEndpoint(String other) {
        return new ClinikoSettings(contact, other, rate, times, sizes, clock);
    }

    public ClinikoSettings withRate(Rate other) {
        return new ClinikoSettings(contact, endpoint, other, times, sizes, clock);
    }

    public ClinikoSettings withTimes(Times other) {
        return new ClinikoSettings(contact, endpoint, rate, other, sizes, clock);
    }

    public ClinikoSettings withSizes(Sizes other) {
        return new ClinikoSettings(contact, endpoint, rate, times, other, clock);
    }

    String base(String shard) {
        return endpoint.replace(SHARD, shard);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
