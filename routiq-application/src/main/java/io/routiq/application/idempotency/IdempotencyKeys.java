package io.routiq.application.idempotency;

import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that clients have used lately. To be called inside a transaction, and a short one: others may wait for it. */
public interface IdempotencyKeys {

    /**
     * Makes the claim, unless its key is held by one that is neither forgotten nor abandoned. Of several at the same time
     * one succeeds.
     *
     * @return empty if the claim is made, else what holds the key
     */
    Optional<Held> claim(OrganizationId organization, Claim claim);

    /**
     * Who holds a key.
     *
     * @param answer what the holder was answered, or null while that is not known
     */
    record Held(String requestHash, @Nullable KeptAnswer answer) {}

    /** Remembers the answer, if the claim still holds its key. */
    void keep(OrganizationId organization, Claim claim, KeptAnswer answer);

    /** Gives the key back, if the claim still holds it. */
    void release(OrganizationId organization, Claim claim);

    /** Removes what was claimed before an instant. */
    void forget(OrganizationId organization, Instant before);
}
