package io.routiq.adapter.cliniko.simulator;

/** Time at which a practitioner cannot be booked. */
final class BlockRow extends BookingRow {

    long blockTypeId;

    BlockRow(long id, long createdAt) {
        super(id, createdAt);
    }
}
