package io.routiq.adapter.cliniko;

/** A record lacks something that is needed of it. */
final class UnreadableMember extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableMember(String member) {
        super(member, null, false, false);
    }

    String member() {
        return String.valueOf(getMessage());
    }
}
