package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one place where policies do not bind shows no more than they would. */
class PatientSearchIsolationIT {

    private static final OrganizationId OURS = new OrganizationId("org_ours");
    private static final OrganizationId THEIRS = new OrganizationId("org_theirs");

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void storeOnePatientEach() {
        store(OURS, "1001");
        store(THEIRS, "2002");
    }

    private static void store(OrganizationId organization, String id) {
        DATABASE.transactions().within(organization, () -> {
            DATABASE.get(PracticeCopy.class)
                    .store(
                            organization,
                            List.of(Samples.patient(id).named("Maria", "Same").record()));
            return organization;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%maria%}", "{%}", "{%,%}", "{%same%,%maria%}"})
    void findsOurPatientsAndNobodyElses(String patterns) {
        assertThat(found(OURS, patterns)).containsExactly("1001");
        assertThat(found(THEIRS, patterns)).containsExactly("2002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%maria%}", "{%}", "{}", "{NULL}"})
    void findsNobodyWithoutAnOrganization(String patterns) {
        assertThat(found(null, patterns)).isEmpty();
        DATABASE.asService(null, sql -> {
            sql.execute("select set_config('routiq.organization_id', '', true)");
            assertThat(sql.fetch("select find_patients('" + patterns + "')")).isEmpty();
        });
    }

    @Test
    void findsNobodyByNothing() {
        assertThat(found(OURS, "{}")).isEmpty();
        assertThat(found(OURS, "{NULL}")).isEmpty();
    }

    /** An operator or table that somebody puts in front of the real one is not the one that the function uses. */
    @Test
    void isNotMisledByTheCallersSearchPath() {
        DATABASE.asService(OURS, sql -> {
            sql.execute("set local search_path = pg_temp, public");
            sql.execute("create temporary table patient (organization_id text, patient_id text, search_text text)");
            sql.execute("insert into patient values ('org_ours', 'planted', 'maria same')");
            assertThat(sql.fetch("select public.find_patients('{%maria%}')").getValues(0, String.class))
                    .containsExactly("1001");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role routiq_app_search",
                "set session authorization routiq_app_search",
                "grant routiq_app_search to routiq_app",
                "create or replace function find_patients(patterns text[]) returns setof text language sql"
                        + " as 'select patient_id from public.patient'",
                "alter function find_patients(text[]) security invoker",
                "drop policy search on patient"
            })
    void cannotBeBentByTheService(String statement) {
        assertThatThrownBy(() -> DATABASE.asService(OURS, sql -> sql.execute(statement)))
                .hasMessageMatching("(?s).*(denied|must be owner).*");
    }

    @Test
    void searchesAsARoleThatCanDoNothingElse() {
        assertThat(catalog("select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication"
                        + " from pg_roles where rolname = 'routiq_app_search'"))
                .containsExactly("false false false false false false");
        assertThat(catalog("select table_name, column_name, privilege_type from information_schema.column_privileges"
                        + " where grantee = 'routiq_app_search' order by column_name"))
                .containsExactly(
                        "patient organization_id SELECT", "patient patient_id SELECT", "patient search_text SELECT");
        assertThat(catalog("select table_name from information_schema.role_table_grants"
                        + " where grantee = 'routiq_app_search'"))
                .isEmpty();
        assertThat(catalog("select has_schema_privilege('routiq_app_search', 'public', 'create')"))
                .containsExactly("false");
    }

    /** On 16 and newer whoever makes a role keeps the right to pass it on, and nothing of what the role may do. */
    @Test
    void lendsItsRightsToNobody() {
        assertThat(catalog("select member::regrole::text from pg_auth_members"
                        + " where roleid = 'routiq_app_search'::regrole and (inherit_option or set_option)"))
                .isEmpty();
    }

    @Test
    void mayBeAskedByTheServiceAlone() {
        assertThat(catalog("select grantee, privilege_type from information_schema.role_routine_grants"
                        + " where routine_name = 'find_patients' order by grantee"))
                .containsExactly("routiq_app EXECUTE", "routiq_app_search EXECUTE");
    }

    private static List<String> found(@Nullable OrganizationId organization, String patterns) {
        List<String> found = new ArrayList<>();
        DATABASE.asService(organization, sql -> found.addAll(find(sql, patterns)));
        return found;
    }

    private static List<String> find(DSLContext sql, String patterns) {
        return sql.fetch("select find_patients('" + patterns + "')").getValues(0, String.class);
    }

    private static List<String> catalog(String query) {
        List<String> found = new ArrayList<>();
        DATABASE.asSuperuser(sql -> sql.fetch(query)
                .forEach(row -> found.add(String.join(
                        " ", row.intoList().stream().map(String::valueOf).toList()))));
        return found;
    }
}
