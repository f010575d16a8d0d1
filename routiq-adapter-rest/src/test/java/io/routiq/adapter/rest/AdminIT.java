package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.administration.InMemoryOldRecords;
import io.routiq.application.administration.SchemaMigrations.Migration;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RestTest
class AdminIT {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final String MIGRATE = "/api/v1/admin/migrate/organization-services";
    private static final String CLEANUP = "/api/v1/admin/database/cleanup";
    private static final String KEY = "{\"api_key\": \"made-up-key-1234-au9\"}";

    private final int port;
    private final InMemoryOldRecords records;
    private final PendingMigrations migrations;
    private final String organization = "org_admin" + MADE.incrementAndGet();
    private final String services = "/api/v1/admin/organization-services/" + organization;
    private final Client platform;

    AdminIT(@LocalServerPort int port, @Autowired InMemoryOldRecords records, @Autowired PendingMigrations migrations) {
        this.port = port;
        this.records = records;
        this.migrations = migrations;
        platform = platformAdmin(
                Map.of("sub", "user_2", "org_id", organization, "org_role", "org:member", "platform_admin", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {MIGRATE, CLEANUP})
    void isForNobodyButPlatformAdministrators(String route) {
        Answer answer = Client.admin(port, organization).post(route);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("permission_denied");
        assertThat(Client.stranger(port).post(route).status()).isEqualTo(401);
        assertThat(platform.organization("").post(route).code()).isEqualTo("missing_header");
        assertThat(platform.organization("org_else").post(route).code()).isEqualTo("organization_access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "1", ""})
    void takesTheConfiguredValueOnly(String value) {
        Client client = platformAdmin(Map.of("sub", "user_2", "org_id", organization, "platform_admin", value));

        assertThat(client.post(MIGRATE).status()).isEqualTo(value.equals("true") ? 200 : 403);
    }

    @Test
    void knowsTheListedUsersWithOrWithoutAnOrganization() {
        assertThat(platformAdmin(Map.of("sub", "user_root", "org_id", organization))
                        .post(MIGRATE)
                        .status())
                .isEqualTo(200);
        assertThat(platformAdmin(Map.of("sub", "user_root")).post(MIGRATE).status())
                .isEqualTo(200);
        assertThat(platformAdmin(Map.of("sub", "user_root"))
                        .get("/api/v1/sync/dashboard/" + organization)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void appliesWhatIsMissingOnce() {
        migrations.add(new Migration("7", "cleanup", Duration.ofMillis(12)));
        migrations.add(new Migration(null, "grants", Duration.ofMillis(3)));

        Answer first = platform.post(MIGRATE);
        Answer second = platform.post(MIGRATE);

        assertThat(first.body().path("applied").toString()).isEqualTo("[\"7\"]");
        assertThat(first.body().path("results").size()).isEqualTo(2);
        assertThat(first.body().path("schema_version").asString()).isEqualTo("7");
        assertThat(first.body().path("message").asString()).contains("migrations applied: 2");
        assertThat(second.body().path("applied").size()).isZero();
        assertThat(second.body().path("message").asString()).startsWith("Nothing had to be done");
    }

    @Test
    void cleansUpButKeepsWhatTheLawKeeps() {
        records.addRun(new OrganizationId(organization), false, TestApplication.NOW.minus(Duration.ofDays(91)), 2);
        records.addAuditEntry(TestApplication.NOW.minus(Duration.ofDays(91)));

        Answer dry = platform.post(CLEANUP + "?dry_run=true");
        Answer done = platform.post(CLEANUP);

        assertThat(dry.body().path("deleted")).isEqualTo(done.body().path("deleted"));
        assertThat(dry.body().at("/cleanup_results/0/action").asString()).isEqualTo("would_delete");
        assertThat(done.body().path("days_cleaned").asInt()).isEqualTo(90);
        assertThat(done.body().at("/deleted/sync_runs").asInt()).isEqualTo(1);
        assertThat(done.body().at("/deleted/sync_events").asInt()).isEqualTo(2);
        assertThat(done.body().at("/deleted/audit_entries").asInt()).isZero();
        assertThat(done.body().at("/retained/audit_entries").asInt()).isEqualTo(1);
        assertThat(done.body().at("/retained/reason").asString()).contains("6 years");
        assertThat(platform.post(CLEANUP).body().at("/deleted/sync_runs").asInt())
                .isZero();
    }

    /** Whoever wishes for a dry run gets one, however they say it. */
    @Test
    void heedsTheBodyToo() {
        Answer dry = platform.post(CLEANUP, "{\"days_old\": 3650, \"dry_run\": true}");

        assertThat(dry.status()).as(dry.text()).isEqualTo(200);
        assertThat(dry.body().path("days_cleaned").asInt()).isEqualTo(3650);
        assertThat(dry.body().path("dry_run").asBoolean()).isTrue();
        assertThat(platform.post(CLEANUP + "?days_old=60", "{\"days_old\": 70, \"dry_run\": true}")
                        .body()
                        .path("days_cleaned")
                        .asInt())
                .isEqualTo(60);
        assertThat(platform.post(CLEANUP, "{\"days_old\": 29}").status()).isEqualTo(422);
        assertThat(platform.post(CLEANUP, "{\"dry_run\": \"true\"}").status()).isEqualTo(422);
        assertThat(platform.with("Content-Type", "text/plain")
                        .post(CLEANUP, "dry_run")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"days_old=29", "days_old=3651", "days_old=-1", "days_old=soon", "dry_run=perhaps"})
    void refusesWrongValues(String query) {
        Answer answer = platform.post(CLEANUP + "?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(query.replaceAll("=.*", ""));
    }

    @Test
    void listsNoServicesOfANewOrganization() {
        Answer answer = Client.admin(port, organization).get(services);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("services").isEmpty()).isTrue();
        assertThat(answer.body().path("primary_service").isNull()).isTrue();
        assertThat(answer.body().path("available_integrations").toString()).isEqualTo("[\"cliniko\"]");
    }

    @Test
    void listsTheConnectionAsAService() {
        Client admin = Client.admin(port, organization);
        admin.post(
                "/api/v1/cliniko/configure/" + organization,
                "{\"api_key\": \"made-up-key-1234-au9\", \"data_types\": {\"group_appointments\": false}}");

        Answer answer = platform.get(services);

        assertThat(answer.body().path("active_services").asInt()).isEqualTo(1);
        assertThat(answer.body().path("primary_service").asString()).isEqualTo("cliniko");
        assertThat(answer.body().at("/services/0/is_active").asBoolean()).isTrue();
        assertThat(answer.body().at("/services/0/service_config/region").asString())
                .isEqualTo("au9");
        assertThat(answer.body().at("/services/0/service_config/features").toString())
                .isEqualTo("[\"patients\",\"appointments\",\"practitioners\",\"appointment_types\"]");
        assertThat(answer.text()).doesNotContain("made-up-key");
    }

    @Test
    void letsPlatformAdministratorsLookAtAnyOrganization() {
        Client.admin(port, organization).post("/api/v1/cliniko/configure/" + organization, KEY);
        Client elsewhere = platformAdmin(
                Map.of("sub", "user_2", "org_id", "org_elsewhere", "org_role", "org:member", "platform_admin", true));

        assertThat(elsewhere.get(services).body().path("total_services").asInt())
                .isEqualTo(1);
        assertThat(elsewhere.organization("org_elsewhere").get(services).status())
                .isEqualTo(403);
        assertThat(elsewhere.get("/api/v1/cliniko/configure/" + organization).status())
                .isEqualTo(403);
    }

    @Test
    void hidesServicesFromMembersAndOthers() {
        assertThat(Client.member(port, organization).get(services).code()).isEqualTo("permission_denied");
        assertThat(Client.admin(port, "org_elsewhere").get(services).code()).isEqualTo("organization_access_denied");
    }

    private Client platformAdmin(Map<String, Object> claims) {
        return Client.stranger(port).token(Tokens.of(claims)).organization(organization);
    }
}
