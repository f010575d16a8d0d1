package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.application.Organizations;
import io.routiq.application.administration.OldRecords;
import io.routiq.application.administration.OldRecords.Counts;
import io.routiq.application.administration.OldRecordsContract;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerOldRecordsIT extends OldRecordsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private final Instant now = Instant.now();

    @Override
    protected OldRecords records() {
        return DATABASE.get(OldRecords.class);
    }

    @Override
    protected void addRun(OrganizationId organization, boolean completed, @Nullable Instant finishedAt, int streams) {
        String id = "run_" + UUID.randomUUID();
        String status = finishedAt == null ? "running" : completed ? "completed" : "failed";
        DATABASE.asSuperuser(sql -> {
            sql.execute(
                    "insert into sync_run (organization_id, sync_run_id, mode, trigger, requested_at, status,"
                            + " attempt, fence, step, percentage, active_patients, requests_made, errors, updated_at,"
                            + " finished_at, failure_cause) values (?, ?, 'full', 'manual', now(), ?, 1, 1, 'x', 1,"
                            + " 0, 0, '{}', now(), ?::timestamptz, ?)",
                    organization.value(),
                    id,
                    status,
                    finishedAt == null ? null : finishedAt.toString(),
                    status.equals("failed") ? "internal_error" : null);
            IntStream.range(0, streams)
                    .forEach(stream -> sql.execute(
                            "insert into sync_run_stream values (?, ?, ?, 0, 0, 0, null)",
                            organization.value(),
                            id,
                            "stream_" + stream));
        });
    }

    @Override
    protected void addAuditEntry(OrganizationId organization, Instant at) {
        DATABASE.asSuperuser(sql -> sql.execute(
                "insert into audit_entry (organization_id, user_id, action, request_id, patient_ids, occurred_at)"
                        + " values (?, 'user_1', 'list_patients', 'request_1', '{}', ?::timestamptz)",
                organization.value(),
                at.toString()));
    }

    @Override
    protected void addKey(OrganizationId organization, Instant at) {
        DATABASE.asSuperuser(sql -> sql.execute(
                "insert into idempotency_key (organization_id, user_id, client_key, request_hash, claimed_at)"
                        + " values (?, 'user_1', ?, 'hash', ?::timestamptz)",
                organization.value(),
                UUID.randomUUID().toString(),
                at.toString()));
    }

    @AfterEach
    void empty() {
        DATABASE.asSuperuser(sql -> sql.execute(
                "truncate sync_run, sync_run_stream, sync_checkpoint, census_page, audit_entry, idempotency_key"));
    }

    @Test
    void deletesMoreThanOneStatementTakes() {
        OrganizationId organization = Organizations.fresh();
        DATABASE.asSuperuser(sql -> sql.execute(
                "insert into audit_entry (organization_id, user_id, action, request_id, patient_ids, occurred_at)"
                        + " select ?, 'user_1', 'x', 'x', '{}', timestamptz '2010-01-01' from generate_series(1, 1500)",
                organization.value()));
        OldRecords.Limits limits = new OldRecords.Limits(now, now.minus(Duration.ofDays(3650)), now);

        assertThat(records().deleteSome(limits)).isEqualTo(new Counts(0, 0, 1000, 0));
        assertThat(records().deleteSome(limits)).isEqualTo(new Counts(0, 0, 500, 0));
    }

    /** However wrong the limits are, the store keeps what the law and the running service need. */
    @Test
    void isHeldBackByTheStoreItself() {
        OrganizationId organization = Organizations.fresh();
        addRun(organization, false, now.minus(Duration.ofDays(29)), 1);
        addAuditEntry(organization, now.minus(Duration.ofDays(2190)));
        addKey(organization, now.minus(Duration.ofHours(23)));
        Instant tomorrow = now.plus(Duration.ofDays(1));

        assertThat(records().deleteSome(new OldRecords.Limits(tomorrow, tomorrow, tomorrow)))
                .isEqualTo(new Counts(0, 0, 0, 0));
        assertThat(records().countAuditEntries(Instant.EPOCH, now)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "appointment", "connection", "sync_checkpoint", "watermark"})
    void seesNothingElseAcrossOrganizations(String table) {
        assertThat(DATABASE.get(PersistenceSettings.class).ownerUser()).isEqualTo("routiq_owner");
        DATABASE.asSuperuser(sql -> sql.execute(
                "insert into patient (organization_id, patient_id, sort_name, search_text, created_at, updated_at)"
                        + " values ('org_hidden', ?, '', '', now(), now())",
                UUID.randomUUID().toString()));

        assertThat(OwnerDatabase.of(DATABASE.settings())
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from audit_entry", "delete from sync_run"})
    void isNothingThatTheServingRoleCouldDo(String statement) {
        assertThatThrownBy(() -> DATABASE.asService(null, sql -> sql.execute(statement)))
                .hasMessageContaining("permission denied");
    }
}
