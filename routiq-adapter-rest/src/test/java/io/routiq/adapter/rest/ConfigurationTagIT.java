package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A configuration that was changed meanwhile is not overwritten. */
@RestTest
class ConfigurationTagIT {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final String KEY = "{\"api_key\": \"made-up-key-1234-au9\"}";
    private static final String FASTER = "{\"sync_interval_minutes\": 15}";

    private final Client admin;
    private final String organization = "org_tag" + MADE.incrementAndGet();
    private final String configure = "/api/v1/cliniko/configure/" + organization;

    ConfigurationTagIT(@LocalServerPort int port) {
        admin = Client.admin(port, organization);
    }

    @BeforeEach
    void connect() {
        admin.post(configure, KEY);
    }

    @Test
    void changesWithTheConfigurationOnly() {
        String tag = tag();
        assertThat(tag).matches("\"[0-9a-f]{32}\"");

        admin.get("/api/v1/cliniko/test-connection/" + organization);
        assertThat(tag()).isEqualTo(tag);

        Answer changed = admin.post(configure, FASTER);
        assertThat(tag()).isNotEqualTo(tag).isEqualTo(changed.header("ETag"));
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        String seen = tag();
        admin.post(configure, FASTER);

        assertRefused(admin.with("If-Match", seen).post(configure, "{\"sync_enabled\": false}"));
        assertRefused(admin.with("If-Match", seen).post(configure, KEY));
        assertRefused(admin.with("If-Match", seen).delete(configure));
        assertThat(admin.get(configure).body().path("sync_interval_minutes").asInt())
                .isEqualTo(15);
        assertThat(admin.get(configure).body().path("sync_enabled").asBoolean()).isTrue();
    }

    @Test
    void acceptsAChangeOfWhatWasSeen() {
        assertThat(admin.with("If-Match", "\"other\", " + tag())
                        .post(configure, FASTER)
                        .status())
                .isEqualTo(200);
        assertThat(admin.with("If-Match", "*").post(configure, FASTER).status()).isEqualTo(200);
        assertThat(admin.with("If-Match", tag()).delete(configure).status()).isEqualTo(200);
    }

    @Test
    void takesNothingForAConfigurationToo() {
        admin.delete(configure);

        assertRefused(admin.with("If-Match", "*").post(configure, KEY));
        assertThat(admin.with("If-Match", tag()).post(configure, KEY).status()).isEqualTo(201);
    }

    @Test
    void comparesStrongly() {
        assertRefused(admin.with("If-Match", "W/" + tag()).post(configure, FASTER));
    }

    private String tag() {
        return admin.get(configure).header("ETag");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(412);
        assertThat(answer.code()).isEqualTo("precondition_failed");
    }
}
