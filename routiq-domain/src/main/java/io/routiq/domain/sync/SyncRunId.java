package io.routiq.domain.sync;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Identifies one sync run; opaque to clients.
 *
 * @param value {@code sync_{organization}_{yyyyMMdd}_{HHmmss}_{6 letters or digits}}, the time in UTC
 */
public record SyncRunId(String value) {

    private static final Pattern SHAPE = Pattern.compile("sync_[A-Za-z0-9_-]{1,64}_\\d{8}_\\d{6}_[a-z0-9]{6}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    /** @throws IllegalArgumentException if the value has another shape */
    public SyncRunId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not the id of a sync run");
        }
    }

    /**
     * The id of a run asked for at {@code requestedAt}.
     *
     * @param suffix six lower-case letters or digits that make it unique within the second
     */
    public static SyncRunId of(OrganizationId organization, Instant requestedAt, String suffix) {
        return new SyncRunId("sync_" + organization + "_" + TIME.format(requestedAt) + "_" + suffix);
    }

    /** True if a text has the shape of an id. */
    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
