package io.routiq.adapter.cliniko.simulator;

import tools.jackson.databind.node.ObjectNode;

/** Writes links below one address, {@code http://host/au2/v1}, and references that are not set. */
record Links(String base, SimulatorSwitches switches) {

    String to(String resource, long id) {
        return base + "/" + resource + "/" + id;
    }

    void self(ObjectNode record, String resource, long id) {
        record.putObject("links").put("self", to(resource, id));
    }

    void reference(ObjectNode record, String name, String resource, long id) {
        if (id == Row.NONE) {
            unset(record, name);
        } else {
            link(record, name, to(resource, id));
        }
    }

    void collection(ObjectNode record, String name, String path) {
        link(record, name, base + path);
    }

    /** Both forms are seen in production; which one a record has never changes. */
    void unset(ObjectNode record, String name) {
        boolean asNull = switch (switches.get(Switch.UNSET_REFERENCES)) {
            case NULL -> true;
            case ABSENT -> false;
            default -> (record.path("id").asString("").hashCode() & 1) == 0;
        };
        if (asNull) {
            record.putNull(name);
        }
    }

    private static void link(ObjectNode record, String name, String address) {
        record.putObject(name).putObject("links").put("self", address);
    }
}
