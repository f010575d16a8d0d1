package io.routiq.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.bootstrap.endtoend.DescribedApi.Operation;
import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every guarded route, new ones by themselves, with every foreign id in every place: nothing of the other organization
 * comes back, and nothing tells what exists from what does not.
 */
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteIsolationIT {

    private static final String OURS = "org_isolated_ours";
    private static final String THEIRS = "org_isolated_theirs";
    private static final String NOBODYS = "org_isolated_nobodys";

    private final Product product;
    private final Client we;
    private final Client they;
    private final Set<String> theirSecrets = new TreeSet<>();
    private String ourRun = "";
    private String theirRun = "";
    private String theirPatient = "";
    private String theirCursor = "";
    private String theirType = "";

    EveryRouteIsolationIT(Product product) {
        this.product = product;
        this.we = Client.admin(product, OURS);
        this.they = Client.admin(product, THEIRS);
    }

    @BeforeAll
    void bothHavePatients() {
        ourRun = connect(we, OURS, "au4", 31);
        theirRun = connect(they, THEIRS, "uk4", 32);
        Client.Answer list = they.get("/api/v1/patients/" + THEIRS + "/active?limit=2");
        list.json().path("patients").forEach(patient -> {
            theirPatient = patient.path("id").asString();
            theirSecrets.add(theirPatient);
            theirSecrets.add(patient.path("email").asString("no email"));
        });
        theirCursor = list.at("/next_cursor");
        theirType = URLEncoder.encode(list.at("/patients/0/primary_appointment_type"), UTF_8)
                .replace("+", "%20");
        theirSecrets.add(theirRun);
        assertThat(theirCursor).isNotEmpty();
    }

    private String connect(Client admin, String organization, String shard, long seed) {
        Clinic clinic =
                Clinic.open(product.simulator(), organization, organization, shard, new Clinic.Size(40, 200, seed));
        assertThat(admin.configure(organization, clinic.key()).status()).isEqualTo(201);
        String run = admin.start(organization, "full");
        assertThat(admin.ended(run).at("/status")).isEqualTo("completed");
        return run;
    }

    @TestFactory
    Stream<DynamicTest> tellsNobodyAboutAnotherOrganization() {
        return guarded().map(operation -> DynamicTest.dynamicTest(operation.id(), () -> tryEveryPlace(operation)));
    }

    @TestFactory
    Stream<DynamicTest> wantsATokenForEverything() {
        return guarded()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.id(),
                        () -> assertThat(Client.nobody(product)
                                        .send(operation.method(), path(operation, OURS, THEIRS, OURS), null)
                                        .status())
                                .isEqualTo(401)));
    }

    private Stream<Operation> guarded() {
        return Client.described(product).operations().stream().filter(Operation::isGuarded);
    }

    private void tryEveryPlace(Operation operation) {
        String own = path(operation, OURS, theirRun, theirPatient);
        String absent = path(operation, OURS, theirRun.replace(THEIRS, NOBODYS), "1");
        if (!own.equals(absent) && !operation.path().contains("appointment_type")) {
            assertSame(ask(we, operation, own), ask(we, operation, absent));
        }
        if (operation.path().contains("{organization_id}")) {
            assertSame(
                    ask(we, operation, path(operation, THEIRS, theirRun, theirPatient)),
                    ask(we, operation, path(operation, NOBODYS, theirRun, theirPatient)));
            assertThat(ask(we, operation, path(operation, THEIRS, theirRun, theirPatient))
                            .status())
                    .isEqualTo(403);
        }
        for (Client confused : List.of(
                we.with("x-organization-id", THEIRS),
                we.with("Authorization", they.headers().get("Authorization")))) {
            assertThat(ask(confused, operation, own).status()).isEqualTo(403);
        }
        if (operation.method().equals("GET")
                && !operation.description().toString().contains("text/event-stream")) {
            ask(we, operation, path(operation, OURS, ourRun, "1"));
        }
        if (operation.parameters("query").contains("cursor")) {
            // Where something else is required the values are refused first.
            String ours = path(operation, OURS, ourRun, "1").replaceAll("/x$", "/" + theirType) + "?appointment_type="
                    + theirType + "&limit=1";
            assertThat(ask(we, operation, ours + "&cursor=" + cursorOfTheirs(operation))
                            .at("/code"))
                    .isEqualTo("invalid_cursor");
        }
    }

    /** Of the same listing, where they have more than one page of it. */
    private String cursorOfTheirs(Operation operation) {
        String listing = path(operation, THEIRS, theirRun, theirPatient).replaceAll("/x$", "/" + theirType);
        String cursor = they.get(listing + "?appointment_type=" + theirType + "&limit=1")
                .at("/next_cursor");
        return cursor.isEmpty() ? theirCursor : cursor;
    }

    private Client.Answer ask(Client somebody, Operation operation, String path) {
        Client.Answer answer = somebody.with("Content-Type", "application/json")
                .send(operation.method(), path, operation.takesBody() ? "{\"validate\":false}" : null);
        // What was asked for may be repeated, and only that.
        boolean named = path.contains(theirRun) || path.contains(theirPatient);
        String said = named ? answer.text().replace(theirRun, "").replace(theirPatient, "") : answer.text();
        theirSecrets.forEach(secret -> assertThat(said).as(path).doesNotContain(secret));
        return answer;
    }

    private static void assertSame(Client.Answer foreign, Client.Answer absent) {
        assertThat(foreign.status()).isEqualTo(absent.status());
        assertThat(comparable(foreign)).isEqualTo(comparable(absent));
    }

    /** Without what was asked for, which an answer may repeat, and what differs in every answer. */
    private static String comparable(Client.Answer answer) {
        return answer.text()
                .replaceAll("\"(timestamp|request_id|instance|[a-z_]+_at)\":\"[^\"]*\"", "")
                .replaceAll(THEIRS + "|" + NOBODYS, "ORG");
    }

    private static String path(Operation operation, String organization, String run, String patient) {
        return operation
                .path()
                .replace("{organization_id}", organization)
                .replace("{sync_id}", run)
                .replace("{patient_id}", patient)
                .replaceAll("\\{\\w+}", "x");
    }
}
