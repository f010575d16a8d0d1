package io.routiq.bootstrap.architecture;

import java.util.List;

/**
 * Where the modules are found below a root package. Rules are written against a layout, so that they can be tried on samples
 * that are laid out like Routiq.
 */
record Layout(String root) {

    static final Layout ROUTIQ = new Layout("io.routiq");
    static final Layout SAMPLES = new Layout("io.routiq.bootstrap.architecture.samples");

    String everything() {
        return root + "..";
    }

    String domain() {
        return root + ".domain..";
    }

    String organizationId() {
        return root + ".domain.organization.OrganizationId";
    }

    String application() {
        return root + ".application..";
    }

    String adapters() {
        return root + ".adapter..";
    }

    String rest() {
        return root + ".adapter.rest..";
    }

    String persistence() {
        return root + ".adapter.persistence..";
    }

    /** What jOOQ generates from the schema; not ours to make package-private. */
    String generated() {
        return root + ".adapter.persistence.jooq..";
    }

    String cliniko() {
        return root + ".adapter.cliniko..";
    }

    String bootstrap() {
        return root + ".bootstrap..";
    }

    /** Every package that a rule takes for a module; a rule about an empty one would hold by saying nothing. */
    List<String> modules() {
        return List.of(domain(), application(), rest(), persistence(), generated(), cliniko(), bootstrap());
    }
}
