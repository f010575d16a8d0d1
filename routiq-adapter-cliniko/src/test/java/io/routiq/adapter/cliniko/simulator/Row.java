package io.routiq.adapter.cliniko.simulator;

/** What every record has. Instants are whole epoch seconds, so that hundreds of thousands fit in little memory. */
abstract class Row {

    /** An instant, number or date that is null. */
    static final long NONE = Long.MIN_VALUE;

    final long id;
    long createdAt;
    long updatedAt;
    long archivedAt = NONE;
    long cancelledAt = NONE;
    long deletedAt = NONE;

    /** How many changes have moved {@code updated_at}, if only to the second where it was. */
    int version;

    Row(long id, long createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** Tells readers of changes that something is new. */
    final void stamp(long now) {
        updatedAt = now;
        version++;
    }

    /** A number that is the same for a record at all times, to vary what is not modelled. */
    final int variant(int among) {
        return (int) Long.remainderUnsigned((id * 0x9E3779B97F4A7C15L) >>> 8, among);
    }
}
