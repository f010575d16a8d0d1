package io.routiq.adapter.persistence;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.Differences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A table of the copy, and how records become its rows. All records of a page are written by one statement, each column
 * as one array.
 *
 * @param <R> the kind of record
 */
final class CopyTable<R extends PracticeRecord> {

    private static final String ORGANIZATION_ID = "organization_id";

    private final Class<R> kind;
    private final Table<Record> table;
    private final TableField<Record, String> id;
    private final TableField<Record, Instant> version;
    private final TableField<Record, String> subject;
    private final List<CopyColumn<R, ?>> columns = new ArrayList<>();

    /**
     * @param id the column that is the key within an organization
     * @param version the column of the record's version
     * @param subject the column that {@link #store} reports
     */
    CopyTable(
            Class<R> kind,
            Table<Record> table,
            TableField<Record, String> id,
            TableField<Record, Instant> version,
            TableField<Record, String> subject) {
        this.kind = kind;
        this.table = table;
        this.id = id;
        this.version = version;
        this.subject = subject;
        with(id, PracticeRecord::id);
        with(version, PracticeRecord::updatedAt);
    }

    /** Adds a column. */
    <T> CopyTable<R> with(TableField<Record, T> field, Function<R, @Nullable T> value) {
        columns.add(new CopyColumn<>(field, value));
        return this;
    }

    /**
     * Writes those of the records that are of this kind and newer than what is there, or as old but different. Rows that
     * would not change are not even looked at for update: {@code on conflict} alone would lock them, which is a write.
     *
     * @return what the column {@code subject} said before, and says now, in the rows that changed
     */
    Set<String> store(DSLContext sql, OrganizationId organization, Collection<PracticeRecord> records) {
        Collection<R> newest = newest(records);
        if (newest.isEmpty()) {
            return Set.of();
        }
        CommonTableExpression<Record> changed = name("changed").as(changed(organization, newest));
        CommonTableExpression<Record> stored = name("stored").as(stored(organization, changed));
        return sql
                .with(changed)
                .with(stored)
                .select(of("changed", subject))
                .from(changed)
                .union(select(field(name("changed", "subject_before"), String.class))
                        .from(changed))
                .fetchInto(String.class)
                .stream()
                .filter(value -> value != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Counts those of the records that are not there, and those that are otherwise; changes nothing.
     *
     * @param before only records of an older version than this, or null for all
     */
    Differences compare(
            DSLContext sql, OrganizationId organization, Collection<PracticeRecord> records, @Nullable Instant before) {
        Collection<R> newest = newest(records);
        if (newest.isEmpty()) {
            return Differences.NONE;
        }
        Table<Record> present = table.as("present");
        Condition missing = of("present", id).isNull();
        return sql.select(
                        count().filterWhere(missing),
                        count().filterWhere(missing.not()
                                .and(row(fields("incoming")).isDistinctFrom(row(fields("present"))))))
                .from(incoming(newest))
                .leftJoin(present)
                .on(organizationOf("present").eq(organization.value()))
                .and(of("present", id).eq(of("incoming", id)))
                .where(before == null ? noCondition() : of("incoming", version).lt(before))
                .fetchSingle(found -> new Differences(found.value1(), found.value2(), 0));
    }

    /**
     * Deletes records.
     *
     * @return what the column {@code subject} said in the rows that are gone
     */
    Set<String> remove(DSLContext sql, OrganizationId organization, String[] ids) {
        return sql
                .deleteFrom(table)
                .where(isOf(organization))
                .and(id.eq(any(ids)))
                .returningResult(subject)
                .fetch(subject)
                .stream()
                .filter(value -> value != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    Table<Record> table() {
        return table;
    }

    /** The column that is the key within an organization. */
    TableField<Record, String> id() {
        return id;
    }

    Condition isOf(OrganizationId organization) {
        return organizationOf(table.getName()).eq(organization.value());
    }

    private Collection<R> newest(Collection<PracticeRecord> records) {
        return records.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(
                        PracticeRecord::id,
                        Function.identity(),
                        (one, other) -> other.updatedAt().isBefore(one.updatedAt()) ? one : other))
                .values();
    }

    private ResultQuery<Record> changed(OrganizationId organization, Collection<R> records) {
        Table<Record> present = table.as("present");
        return select(fields("incoming"))
                .select(of("present", subject).as("subject_before"))
                .from(incoming(records))
                .leftJoin(present)
                .on(organizationOf("present").eq(organization.value()))
                .and(of("present", id).eq(of("incoming", id)))
                .where(of("present", id).isNull())
                .or(supersedes("incoming", "present"));
    }

    private Table<?> incoming(Collection<R> records) {
        QueryPart[] arrays =
                columns.stream().map(column -> column.array(records)).toArray(QueryPart[]::new);
        String places = IntStream.range(0, arrays.length)
                .mapToObj(index -> "{" + index + "}")
                .collect(Collectors.joining(", "));
        return DSL.table("unnest(" + places + ")", arrays)
                .as("incoming", columns.stream().map(CopyColumn::name).toArray(String[]::new));
    }

    private ResultQuery<Record> stored(OrganizationId organization, Table<Record> changed) {
        List<Field<?>> target = new ArrayList<>();
        target.add(organizationOf(table.getName()));
        target.addAll(fields(table.getName()));
        Map<Field<?>, Field<?>> replacement = new LinkedHashMap<>();
        columns.forEach(column -> replacement.put(column.field(), of("excluded", column.field())));
        return insertInto(table, target)
                .select(select(val(organization.value()))
                        .select(fields("changed"))
                        .from(changed))
                .onConflict(organizationOf(table.getName()), id)
                .doUpdate()
                .set(replacement)
                .where(supersedes("excluded", table.getName()))
                .returningResult(List.of(id));
    }

    private Condition supersedes(String candidate, String present) {
        return of(candidate, version)
                .gt(of(present, version))
                .or(of(candidate, version)
                        .eq(of(present, version))
                        .and(row(fields(candidate)).isDistinctFrom(row(fields(present)))));
    }

    private List<Field<?>> fields(String table) {
        return columns.stream()
                .<Field<?>>map(column -> of(table, column.field()))
                .toList();
    }

    private static Field<String> organizationOf(String table) {
        return field(name(table, ORGANIZATION_ID), String.class);
    }

    private static <T> Field<T> of(String table, Field<T> column) {
        return field(name(table, column.getName()), column.getDataType());
    }
}
