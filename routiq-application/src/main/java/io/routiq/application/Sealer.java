package io.routiq.application;

import io.routiq.domain.organization.OrganizationId;
import java.util.Optional;

/** Encrypts small texts so that only this service can read them, for one organization and one purpose. */
public interface Sealer {

    /**
     * An opaque, URL-safe text that {@link #open} turns back. Sealing the same text twice gives different results.
     *
     * @param purpose what the text is for; a text sealed for one purpose does not open for another
     */
    String seal(OrganizationId organization, String purpose, String text);

    /** The text, or empty if it was changed, or sealed for another organization or purpose, or not by this service. */
    Optional<String> open(OrganizationId organization, String purpose, String sealed);
}
