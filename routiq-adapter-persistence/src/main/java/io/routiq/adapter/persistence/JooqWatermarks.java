package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.WATERMARK;
import static org.jooq.impl.DSL.row;

import io.routiq.application.practice.Watermarks;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.impl.DSL;

final class JooqWatermarks implements Watermarks {

    private final JooqTransactions transactions;

    JooqWatermarks(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<SyncStream, Watermark> all(OrganizationId organization) {
        Map<SyncStream, Watermark> known = new EnumMap<>(SyncStream.class);
        transactions
                .sql(organization)
                .select(WATERMARK.STREAM, WATERMARK.AS_OF, WATERMARK.COVERS_FROM)
                .from(WATERMARK)
                .where(WATERMARK.ORGANIZATION_ID.eq(organization.value()))
                .forEach(row -> known.put(
                        Codes.parse(SyncStream.class, row.value1()), new Watermark(row.value2(), row.value3())));
        return known;
    }

    @Override
    public void save(OrganizationId organization, Map<SyncStream, Watermark> watermarks) {
        var rows = watermarks.entrySet().stream()
                .map(known -> row(
                        organization.value(),
                        known.getKey().code(),
                        known.getValue().asOf(),
                        known.getValue().coversFrom()))
                .toList();
        var sql = transactions.sql(organization);
        if (!rows.isEmpty()) {
            sql.insertInto(
                            WATERMARK,
                            WATERMARK.ORGANIZATION_ID,
                            WATERMARK.STREAM,
                            WATERMARK.AS_OF,
                            WATERMARK.COVERS_FROM)
                    .valuesOfRows(rows)
                    .onConflict(WATERMARK.ORGANIZATION_ID, WATERMARK.STREAM)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute();
        }
    }

    @Override
    public void replaceAll(OrganizationId organization, Map<SyncStream, Watermark> watermarks) {
        transactions
                .sql(organization)
                .deleteFrom(WATERMARK)
                .where(WATERMARK.ORGANIZATION_ID.eq(organization.value()))
                .and(WATERMARK.STREAM.ne(DSL.all(
                        watermarks.keySet().stream().map(SyncStream::code).toArray(String[]::new))))
                .execute();
        save(organization, watermarks);
    }
}
