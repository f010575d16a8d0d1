package io.routiq.application;

import io.routiq.domain.organization.OrganizationId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Seals by keeping the text to itself and giving out a random ticket. */
public final class FakeSealer implements Sealer {

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(OrganizationId organization, String purpose, String text) {}

    @Override
    public String seal(OrganizationId organization, String purpose, String text) {
        String ticket = UUID.randomUUID().toString();
        kept.put(ticket, new Kept(organization, purpose, text));
        return ticket;
    }

    @Override
    public Optional<String> open(OrganizationId organization, String purpose, String sealed) {
        return Optional.ofNullable(kept.get(sealed))
                .filter(it ->
                        it.organization().equals(organization) && it.purpose().equals(purpose))
                .map(Kept::text);
    }
}
