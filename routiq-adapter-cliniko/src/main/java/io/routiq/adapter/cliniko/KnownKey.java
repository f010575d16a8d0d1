package io.routiq.adapter.cliniko;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.routiq.application.practice.KeyFingerprint;
import io.routiq.application.practice.Located;
import io.routiq.application.practice.PracticeEndpoint;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A key in use: how it is presented, what it may still ask, and what Cliniko has shown to be able to do for it. */
final class KnownKey {

    private final String authorization;
    private final RequestBudget budget;
    private final PracticeEndpoint endpoint;

    private final Set<Resource> sortedById = ConcurrentHashMap.newKeySet();
    private volatile boolean hasUser;
    private volatile boolean refusesSortById;
    private volatile Optional<Boolean> takesLists = Optional.empty();
    private volatile boolean miscounts;

    KnownKey(Located.At located, RequestBudget budget) {
        String pair = located.credentials().secret() + ":";
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(US_ASCII));
        this.endpoint = located.endpoint();
        this.budget = budget;
    }

    String authorization() {
        return authorization;
    }

    URI address(Query query) {
        return URI.create(endpoint.url() + query.text());
    }

    RequestBudget budget() {
        return budget;
    }

    /** True once this process was told whose it is. */
    boolean hasUser() {
        return hasUser;
    }

    /** All keys of one user have one rate. */
    void foundUser(String id) {
        budget.share(KeyFingerprint.ofUser(endpoint, id));
        hasUser = true;
    }

    /** True once it was proven that this list comes sorted by id when asked to. */
    boolean sortsById(Resource resource) {
        return sortedById.contains(resource) && !refusesSortById;
    }

    void foundSortedById(Resource resource) {
        sortedById.add(resource);
    }

    boolean refusesSortById() {
        return refusesSortById;
    }

    void foundNotSortedById() {
        refusesSortById = true;
    }

    /** Whether filters may name several numbers, or empty while that was not tried. */
    Optional<Boolean> takesLists() {
        return takesLists;
    }

    void foundTakingLists(boolean taken) {
        takesLists = Optional.of(taken);
    }

    /** True if what the answers say of their own length was found wrong again and again. */
    boolean miscounts() {
        return miscounts;
    }

    void foundMiscounting() {
        miscounts = true;
    }

    @Override
    public String toString() {
        return "KnownKey[***]";
    }
}
