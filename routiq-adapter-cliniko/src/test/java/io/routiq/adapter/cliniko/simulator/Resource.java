package io.routiq.adapter.cliniko.simulator;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of record as the API shows it.
 *
 * @param path below {@code /v1/}
 * @param arrayKey the envelope's member that holds the rows
 * @param scope what restricts the list, apart from the client's own filters
 */
record Resource<R extends Row>(
        String path,
        String arrayKey,
        Table<R> table,
        Map<String, Column<R>> columns,
        List<Criterion<R>> scope,
        Shape<R> shape) {

    interface Shape<R extends Row> {
        void write(R row, ObjectNode record, Links links);
    }

    ObjectNode render(R row, Links links) {
        ObjectNode record = Answers.JSON.createObjectNode();
        if (row.deletedAt == Row.NONE) {
            shape.write(row, record, links);
        } else {
            record.put("id", Long.toString(row.id));
            Writing.moment(record, "deleted_at", row.deletedAt);
            Writing.moment(record, "created_at", row.createdAt);
            Writing.moment(record, "updated_at", row.updatedAt);
            links.self(record, path, row.id);
        }
        if (links.switches().is(Switch.UNKNOWN_MEMBERS, Choice.PRESENT)) {
            record.putObject("beta_attributes").put("tier", row.variant(3)).putArray("flags");
        }
        return record;
    }
}
