package io.routiq.adapter.rest.http;

import io.routiq.application.Sealer;
import io.routiq.domain.organization.OrganizationId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Positions in lists as opaque texts. A cursor works only for the organization and the listing that it was made for:
 * {@code listing} is the route with everything that decides which rows there are and in which order.
 */
@Component
public final class Cursors {

    private final Sealer sealer;
    private final JsonMapper json;

    Cursors(Sealer sealer, JsonMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    public String seal(OrganizationId organization, Object listing, Object position) {
        return sealer.seal(organization, purpose(listing), json.writeValueAsString(position));
    }

    public <T> T open(OrganizationId organization, Object listing, String cursor, Class<T> type) {
        return sealer.open(organization, purpose(listing), cursor)
                .flatMap(text -> read(text, type))
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.INVALID_CURSOR,
                        "This cursor does not belong to this list. Start again without a cursor,"
                                + " and keep the filter while you follow next_cursor."));
    }

    private <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.ofNullable(json.readValue(text, type));
        } catch (JacksonException madeByAnotherVersion) {
            return Optional.empty();
        }
    }

    private String purpose(Object listing) {
        return "cursor:" + listing.getClass().getName() + json.writeValueAsString(listing);
    }
}
