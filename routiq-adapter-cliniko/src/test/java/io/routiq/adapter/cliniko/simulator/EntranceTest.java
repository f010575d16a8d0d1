package io.routiq.adapter.cliniko.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntranceTest {

    private final ClinikoSimulator simulator = ClinikoSimulator.start();
    private final SimulatedAccount clinic = simulator.addAccount("Clinic", "au2");
    private final String key = clinic.issueKey();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void knowsAKeyWithAndWithoutItsShard() {
        assertThat(key).endsWith("-au2");
        assertThat(user("au2", key).statusCode()).isEqualTo(200);
        assertThat(user("au2", key.replace("-au2", "")).statusCode()).isEqualTo(200);
        assertThat(user("au2", key.replace("-au2", "-uk1")).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesUnknownKeysInPlainText() {
        HttpResponse<String> refused = user("au2", "MS0xUNKNOWN-au2");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body().strip()).isEqualTo("HTTP Basic: Access denied.");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    }

    @Test
    void refusesRequestsWithoutCredentials() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseOf("au2") + "/user"))
                .header("User-Agent", "Checks (checks@example.test)")
                .build();

        assertThat(ApiClient.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAKeyOnAnotherShardAsSwitched() {
        assertThat(user("uk1", key).statusCode()).isEqualTo(401);

        simulator.switches().set(Switch.WRONG_SHARD, Choice.NOT_FOUND);
        assertThat(user("uk1", key).statusCode()).isEqualTo(404);
    }

    @Test
    void issuesKeysWithoutShardOnTheFirstShardOnly() {
        SimulatedAccount old = simulator.addAccount("Old clinic", "au1");
        String unsuffixed = old.issueKeyWithoutShard();

        assertThat(unsuffixed).doesNotContain("-");
        assertThat(user("au1", unsuffixed).statusCode()).isEqualTo(200);
        assertThatThrownBy(clinic::issueKeyWithoutShard).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void redirectsOrForgetsTheHostWithoutShard() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.address() + "/v1/user"))
                .build();

        HttpResponse<String> redirected = ApiClient.send(request);
        assertThat(redirected.statusCode()).isEqualTo(301);
        assertThat(redirected.headers().firstValue("Location")).hasValue(simulator.address() + "/au1/v1/user");
        simulator.switches().set(Switch.UNSHARDED_HOST, Choice.NOT_FOUND);
        assertThat(ApiClient.send(request).statusCode()).isEqualTo(404);
    }

    @Test
    void forgetsRevokedKeys() {
        clinic.revokeKey(key);

        assertThat(user("au2", key).statusCode()).isEqualTo(401);
    }

    @Test
    void rotatesAKeyOfTheSameUser() {
        String before = user("au2", key).body();

        String rotated = clinic.rotateKey(key);

        assertThat(user("au2", key).statusCode()).isEqualTo(401);
        assertThat(user("au2", rotated).body()).isEqualTo(before);
    }

    @Test
    void movesAnAccountToAnotherShard() {
        clinic.moveTo("uk2");

        assertThat(user("au2", key).statusCode()).isEqualTo(401);
        assertThat(user("uk2", key).statusCode()).isEqualTo(200);
        assertThat(user("uk2", key).body()).contains("/uk2/v1/users/");
    }

    @Test
    void wantsAUserAgent() {
        assertThat(as("").statusCode()).isEqualTo(400);
        assertThat(as("").body()).contains("Requires a user agent");
        simulator.switches().set(Switch.MISSING_USER_AGENT, Choice.FORBIDDEN);
        assertThat(as("").statusCode()).isEqualTo(403);
        simulator.switches().set(Switch.MISSING_USER_AGENT, Choice.ACCEPTED);
        assertThat(as("").statusCode()).isEqualTo(200);
    }

    @Test
    void wantsAContactInTheUserAgentWhenStrict() {
        assertThat(as("Routiq").statusCode()).isEqualTo(200);

        simulator.switches().set(Switch.USER_AGENT_WITHOUT_CONTACT, Choice.REFUSED);
        assertThat(as("Routiq").statusCode()).isEqualTo(400);
        assertThat(as("Routiq (nobody)").statusCode()).isEqualTo(400);
        assertThat(as("Routiq/2 (ops@example.test)").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsClinicsApart() {
        SimulatedAccount other = simulator.addAccount("Other clinic", "au2");
        long patient = other.practice().patients().create("Una", "Testwick");

        assertThat(new ApiClient(simulator.baseOf("au2"), key)
                        .get("/patients/" + patient)
                        .statusCode())
                .isEqualTo(404);
        assertThat(new ApiClient(simulator.baseOf("au2"), other.issueKey())
                        .get("/patients/" + patient)
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> user(String shard, String with) {
        return new ApiClient(simulator.baseOf(shard), with).get("/user");
    }

    private HttpResponse<String> as(String userAgent) {
        return ApiClient.send(new ApiClient(simulator.baseOf("au2"), key)
                .request("/user")
                .setHeader("User-Agent", userAgent)
                .build());
    }
}
