package io.routiq.adapter.persistence;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.routiq.application.practice.PracticeRecord;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;

/** Records by stream and id, in tables that are about records of several streams. */
final class RecordKeys {

    private RecordKeys() {}

    /** Rows that are about one of these records. */
    static Condition isOneOf(Field<String> stream, Field<String> id, Collection<PracticeRecord> records) {
        String[] streams =
                records.stream().map(record -> record.stream().code()).toArray(String[]::new);
        String[] ids = records.stream().map(PracticeRecord::id).toArray(String[]::new);
        return row(stream, id)
                .in(select(
                        field("unnest({0})", String.class, val(streams)),
                        field("unnest({0})", String.class, val(ids))));
    }
}
