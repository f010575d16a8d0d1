package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.CONNECTION;

import io.routiq.application.connection.Connection;
import io.routiq.application.connection.ConnectionSettings;
import io.routiq.application.connection.Connections;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeEndpoint;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

final class JooqConnections implements Connections {

    private final JooqTransactions transactions;

    JooqConnections(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Connection> find(OrganizationId organization) {
        return select(organization).fetchOptional(JooqConnections::connection);
    }

    @Override
    public Optional<Connection> lock(OrganizationId organization) {
        return select(organization).forUpdate().fetchOptional(JooqConnections::connection);
    }

    private SelectConditionStep<Record> select(OrganizationId organization) {
        return transactions
                .sql(organization)
                .select(CONNECTION.fields())
                .from(CONNECTION)
                .where(CONNECTION.ORGANIZATION_ID.eq(organization.value()));
    }

    @Override
    public void save(OrganizationId organization, Connection connection) {
        Map<Field<?>, @Nullable Object> row = row(connection);
        transactions
                .sql(organization)
                .insertInto(CONNECTION)
                .set(CONNECTION.ORGANIZATION_ID, organization.value())
                .set(row)
                .onConflict(CONNECTION.ORGANIZATION_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    @Override
    public void remove(OrganizationId organization) {
        transactions
                .sql(organization)
                .deleteFrom(CONNECTION)
                .where(CONNECTION.ORGANIZATION_ID.eq(organization.value()))
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> row(Connection connection) {
        PracticeAccount account = connection.account();
        ConnectionSettings settings = connection.settings();
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(CONNECTION.SEALED_CREDENTIALS, connection.sealedCredentials());
        row.put(CONNECTION.ENDPOINT_URL, connection.endpoint().url());
        row.put(CONNECTION.REGION, connection.endpoint().region());
        row.put(CONNECTION.KEY_HINT, connection.keyHint());
        row.put(CONNECTION.ACCOUNT_ID, account == null ? null : account.id());
        row.put(CONNECTION.ACCOUNT_NAME, account == null ? null : account.name());
        row.put(CONNECTION.ACCOUNT_COUNTRY, account == null ? null : account.country());
        row.put(CONNECTION.SYNC_ENABLED, settings.syncEnabled());
        row.put(CONNECTION.INTERVAL_MINUTES, settings.intervalMinutes());
        row.put(CONNECTION.DEFAULT_MODE, settings.defaultMode().code());
        row.put(CONNECTION.DATA_TYPES, Codes.codes(settings.dataTypes()));
        row.put(CONNECTION.STATUS, connection.status().code());
        row.put(CONNECTION.CHECKED_AT, connection.checkedAt());
        row.put(CONNECTION.CREATED_AT, connection.createdAt());
        row.put(CONNECTION.UPDATED_AT, connection.updatedAt());
        return row;
    }

    private static Connection connection(Record row) {
        String accountId = row.get(CONNECTION.ACCOUNT_ID);
        return new Connection(
                row.get(CONNECTION.SEALED_CREDENTIALS),
                new PracticeEndpoint(row.get(CONNECTION.ENDPOINT_URL), row.get(CONNECTION.REGION)),
                row.get(CONNECTION.KEY_HINT),
                accountId == null
                        ? null
                        : new PracticeAccount(
                                accountId, row.get(CONNECTION.ACCOUNT_NAME), row.get(CONNECTION.ACCOUNT_COUNTRY)),
                new ConnectionSettings(
                        row.get(CONNECTION.SYNC_ENABLED),
                        row.get(CONNECTION.INTERVAL_MINUTES),
                        Codes.parse(SyncMode.class, row.get(CONNECTION.DEFAULT_MODE)),
                        Codes.parse(ConnectionSettings.DataType.class, row.get(CONNECTION.DATA_TYPES))),
                Codes.parse(Connection.Status.class, row.get(CONNECTION.STATUS)),
                row.get(CONNECTION.CHECKED_AT),
                row.get(CONNECTION.CREATED_AT),
                row.get(CONNECTION.UPDATED_AT));
    }
}
