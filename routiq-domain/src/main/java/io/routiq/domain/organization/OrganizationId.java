package io.routiq.domain.organization;

import java.util.regex.Pattern;

/**
 * Identifies one organization: a healthcare practice and everything kept for it.
 *
 * @param value 1 to 64 letters, digits, {@code _} or {@code -}, as the identity provider issues it, e.g. {@code org_123}
 */
public record OrganizationId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @throws IllegalArgumentException if the value has another shape */
    public OrganizationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An organization id has 1 to 64 letters, digits, '_' or '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
