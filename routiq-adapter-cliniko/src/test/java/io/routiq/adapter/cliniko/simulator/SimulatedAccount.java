package io.routiq.adapter.cliniko.simulator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A clinic's account: its shard, users, keys and records. */
public final class SimulatedAccount {

    private final Store store;
    private final SimulatedPractice practice;
    private final Keys keys;
    private final AtomicReference<String> shard;
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requestsPerMinute = new AtomicInteger(200);
    private final AtomicInteger otherVendorPerMinute = new AtomicInteger();

    SimulatedAccount(Store store, String shard, Keys keys) {
        this.store = store;
        this.practice = new SimulatedPractice(store);
        this.keys = keys;
        this.shard = new AtomicReference<>(shard);
    }

    public String name() {
        return store.account.name();
    }

    public long id() {
        return store.account.id();
    }

    public String shard() {
        return shard.get();
    }

    public SimulatedPractice practice() {
        return practice;
    }

    /** A key of a new administrator, with its shard at the end. */
    public String issueKey() {
        return issueKey(Role.ADMINISTRATOR);
    }

    /** A key of a new user with this role. */
    public String issueKey(Role role) {
        return issueKey(practice.setup().user("Integration", role.name().charAt(0) + "-user", role));
    }

    /** One more key of the same user: all of a user's keys share one rate. */
    public String issueKey(long user) {
        return keys.issue(this, user) + "-" + shard.get();
    }

    /** A key from before there were shards; only {@code au1} has those. */
    public String issueKeyWithoutShard() {
        if (!shard.get().equals("au1")) {
            throw new IllegalStateException("keys without a shard belong to au1");
        }
        return keys.issue(this, practice.setup().user("Integration", "Old-user", Role.ADMINISTRATOR));
    }

    /** The user to whom a key belongs. */
    public long userOf(String key) {
        return keys.find(key).orElseThrow().user();
    }

    public void revokeKey(String key) {
        keys.revoke(key);
    }

    /** The old key stops working; the new one belongs to the same user. */
    public String rotateKey(String key) {
        long user = userOf(key);
        revokeKey(key);
        return issueKey(user);
    }

    /** The same records and keys, on another shard's host from now on. */
    public void moveTo(String newShard) {
        shard.set(newShard);
    }

    /** From now on every role lacks the resource. */
    public void deny(String resource) {
        denied.add(resource);
    }

    public void permit(String resource) {
        denied.remove(resource);
    }

    public void requestsPerMinute(int limit) {
        requestsPerMinute.set(limit);
    }

    /** So many of each user's requests a minute are taken by somebody else who has a key of the same user. */
    public void otherVendorPerMinute(int requests) {
        otherVendorPerMinute.set(requests);
    }

    int requestsPerMinute() {
        return requestsPerMinute.get();
    }

    int otherVendorPerMinute() {
        return otherVendorPerMinute.get();
    }

    boolean mayRead(ReferenceRows.User user, String resource) {
        return user.role.mayRead(resource) && !denied.contains(resource);
    }

    Store store() {
        return store;
    }
}
