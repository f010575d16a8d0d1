package io.routiq.adapter.persistence;

import static org.jooq.impl.DSL.val;

import io.routiq.application.practice.PracticeRecord;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** A column of the copy, and which value of a record goes into it. */
record CopyColumn<R extends PracticeRecord, T>(TableField<Record, T> field, Function<R, @Nullable T> value) {

    String name() {
        return field.getName();
    }

    /** The values of all records, in their order. */
    @SuppressWarnings("unchecked")
    Field<T[]> array(Collection<R> records) {
        T[] values = (T[]) Array.newInstance(field.getType(), records.size());
        int index = 0;
        for (R each : records) {
            Array.set(values, index++, storable(value.apply(each)));
        }
        return val(values, field.getDataType().array());
    }

    /** PostgreSQL's text knows no NUL; a source that sends one must not stop the page. */
    private @Nullable Object storable(@Nullable T content) {
        return content instanceof String text ? text.replace("\0", "") : content;
    }
}
