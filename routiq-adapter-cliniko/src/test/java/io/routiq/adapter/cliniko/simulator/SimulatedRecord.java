package io.routiq.adapter.cliniko.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * A record as it is at the practice.
 *
 * @param json as the API renders it
 * @param version how many changes have moved its {@code updated_at}, if only to the second where it was
 * @param deleted whether only its id and some instants are left of it
 */
public record SimulatedRecord(ObjectNode json, int version, boolean deleted) {

    public String id() {
        return json.path("id").asString("");
    }
}
