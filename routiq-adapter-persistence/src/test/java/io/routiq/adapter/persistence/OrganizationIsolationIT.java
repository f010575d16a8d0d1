package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.routiq.domain.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Row-level security of every table in the catalog: a new one is tested as soon as it is migrated. */
class OrganizationIsolationIT {

    /** What belongs to no organization. */
    private static final Set<String> EXCEPTIONS = Set.of("scheduled_tasks", "request_window", "flyway_schema_history");

    private static final OrganizationId OURS = new OrganizationId("org_ours");
    private static final OrganizationId THEIRS = new OrganizationId("org_theirs");
    private static final Field<String> ORGANIZATION_ID = field(name("organization_id"), String.class);

    private static final String ANY_ROW = """
            select string_agg(format('%I', attname), ', '),
                   string_agg(case
                       when attname = 'organization_id' then '$1'
                       when atttypid = 'text'::regtype then quote_literal('x')
                       when atttypid = 'text[]'::regtype then '''{}'''
                       when atttypid = 'timestamptz'::regtype then 'now()'
                       when atttypid = 'boolean'::regtype then 'false'
                       else '1' end, ', ')
            from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped
              and attidentity = '' and attgenerated = ''
            """;

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    /** One made-up row of each organization in each table; checks and references are lifted to make that easy. */
    @BeforeAll
    static void fillAllTables() {
        DATABASE.asSuperuser(sql -> {
            sql.execute("set session_replication_role = replica");
            sql.fetch("select conrelid::regclass::text, conname from pg_constraint where contype = 'c'"
                            + " and connamespace = 'public'::regnamespace")
                    .forEach(check -> sql.execute("alter table " + check.get(0) + " drop constraint " + check.get(1)));
            tables().forEach(table -> {
                Record row = sql.fetchSingle(ANY_ROW, table);
                for (OrganizationId organization : List.of(OURS, THEIRS)) {
                    sql.execute("insert into %s (%s) values (%s)"
                            .formatted(
                                    table,
                                    row.get(0),
                                    row.get(1, String.class).replace("$1", "'" + organization + "'")));
                }
                sql.execute(
                        "grant all on " + table + " to " + DATABASE.settings().user());
            });
        });
    }

    static List<String> tables() {
        return catalog(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')")
                .stream()
                .filter(table -> !EXCEPTIONS.contains(table))
                .toList();
    }

    private static List<String> catalog(String query) {
        List<String> found = new ArrayList<>();
        DATABASE.asSuperuser(sql -> found.addAll(sql.fetch(query).getValues(0, String.class)));
        return found;
    }

    @Test
    void connectsAsARoleThatPoliciesBind() {
        DATABASE.asService(null, sql -> {
            Record role = sql.fetchSingle("select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles"
                    + " where rolname = current_user");
            assertThat(role.intoList()).containsOnly(false);
            assertThat(sql.fetchValue("select count(*) from pg_class where relowner = current_user::regrole"))
                    .isEqualTo(0L);
        });
    }

    @Test
    void looksAtTheTablesThatThereAre() {
        assertThat(tables()).hasSizeGreaterThan(12).contains("patient", "audit_entry");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void startsEveryKeyWithTheOrganization(String table) {
        assertThat(catalog(
                        "select attname from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]"
                                + " where contype = 'p' and conrelid = '" + table + "'::regclass"))
                .containsExactly("organization_id");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void bindsTheOwnerOfEveryTableToo(String table) {
        assertThat(catalog("select relname from pg_class where relrowsecurity and relforcerowsecurity and oid = '"
                        + table + "'::regclass"))
                .containsExactly(table);
    }

    /** Each of the exceptions has a test of its own: see PatientSearchIsolationIT. */
    @Test
    void knowsEveryWayAroundThePolicies() {
        assertThat(catalog("select tablename || ': ' || policyname || ' to ' || roles::text from pg_policies"
                        + " where policyname <> 'own_organization' or roles <> '{public}'"))
                .containsExactlyInAnyOrder(
                        "patient: search to {routiq_app_search}",
                        "sync_run: ended_runs_for_owner to {routiq_owner}",
                        "sync_run: old_runs_deleted_by_owner to {routiq_owner}",
                        "sync_run_stream: streams_of_ended_runs_for_owner to {routiq_owner}",
                        "audit_entry: entries_counted_by_owner to {routiq_owner}",
                        "audit_entry: old_entries_deleted_by_owner to {routiq_owner}",
                        "idempotency_key: forgotten_keys_for_owner to {routiq_owner}",
                        "idempotency_key: forgotten_keys_deleted_by_owner to {routiq_owner}");
        assertThat(catalog("select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"))
                .containsExactly("find_patients");
        assertThat(
                        catalog(
                                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                        + " and relkind in ('v', 'm') and not coalesce(reloptions @> '{security_invoker=true}', false)"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void showsAnOrganizationItsOwnRows(String table) {
        DATABASE.asService(OURS, sql -> assertThat(organizations(sql, table)).containsExactly(OURS.value()));
        DATABASE.asService(THEIRS, sql -> assertThat(organizations(sql, table)).containsExactly(THEIRS.value()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void showsNothingWithoutAnOrganization(String table) {
        DATABASE.asService(null, sql -> assertThat(organizations(sql, table)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void changesAndDeletesNobodyElsesRows(String table) {
        DATABASE.asService(
                null, sql -> assertThat(sql.deleteFrom(rows(table)).execute()).isZero());
        assertThatThrownBy(() -> DATABASE.asService(OURS, sql -> {
                    assertThat(sql.update(rows(table))
                                    .set(ORGANIZATION_ID, OURS.value())
                                    .execute())
                            .isEqualTo(1);
                    assertThat(sql.deleteFrom(rows(table)).execute()).isEqualTo(1);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void letsNobodyGiveRowsToAnother(String table) {
        assertThatThrownBy(() -> DATABASE.asService(
                        OURS,
                        sql -> sql.update(rows(table))
                                .set(ORGANIZATION_ID, THEIRS.value())
                                .execute()))
                .hasMessageContaining("row-level security policy");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void letsNobodyInsertRowsOfAnother(String table) {
        assertThatThrownBy(() -> DATABASE.asService(
                        OURS,
                        sql -> sql.insertInto(rows(table), ORGANIZATION_ID)
                                .values(THEIRS.value())
                                .execute()))
                .hasMessageContaining("row-level security policy");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void letsNobodyInsertRowsWithoutAnOrganization(String table) {
        assertThatThrownBy(() -> DATABASE.asService(
                        null,
                        sql -> sql.insertInto(rows(table), ORGANIZATION_ID)
                                .values(OURS.value())
                                .execute()))
                .hasMessageContaining("row-level security policy");
    }

    @Test
    void showsVisitsAsTheirTablesDo() {
        DATABASE.asService(OURS, sql -> assertThat(organizations(sql, "visit")).containsOnly(OURS.value()));
        DATABASE.asService(null, sql -> assertThat(organizations(sql, "visit")).isEmpty());
    }

    private static List<String> organizations(DSLContext sql, String table) {
        return sql.select(ORGANIZATION_ID).from(rows(table)).fetch(ORGANIZATION_ID);
    }

    private static Table<?> rows(String table) {
        return table(name(table));
    }
}
