package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.bootstrap.endtoend.DescribedApi.Operation;
import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import io.routiq.bootstrap.sandbox.TokenRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each described route is asked in hundreds of odd ways. Whatever comes, the answer is one that the document describes
 * (which {@link Client} checks of every answer), and never a failure of ours.
 */
@ExtendWith(RunningProduct.class)
class OddRequestsIT {

    private static final String ORG = "org_odd_requests";
    private static final int REQUESTS_A_ROUTE = Integer.getInteger("routiq.test.odd-requests", 500);
    private static final long SEED = Long.getLong("routiq.test.odd-requests.seed", 20_260_301);

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "7",
            "50",
            "1e9",
            "2147483648",
            "-9223372036854775809",
            "99999999999999999999999",
            "0x10",
            "1.5",
            "NaN",
            "null",
            "undefined",
            "true",
            "TRUE",
            "yes",
            "on",
            "[]",
            "{}",
            "active",
            "full",
            "name",
            "-name",
            "-last_activity",
            "2026-01-01",
            "%",
            "_",
            "'",
            "\"",
            "\\",
            "../..",
            "a/b",
            ";a=b",
            "?x",
            "#",
            "&",
            "\u0000",
            "\n",
            "\u202eright to left",
            "\ud83d\ude00".repeat(100),
            "\u05e9\u05dc\u05d5\u05dd",
            "a".repeat(101),
            "b".repeat(4000),
            "' or 1=1 --",
            "${jndi:ldap://x}",
            "<script>",
            "org_other",
            "sync_org_other_20260101_000000_abcdef",
            "123456789012345678901234567890");

    /** Already written as it goes over the wire: what no encoder would write. */
    private static final List<String> RAW =
            List.of("%FF", "%C3%28", "%00", "%ED%A0%80", "%2F", "%252F", "%", "+", "%25");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "1",
            "\"text\"",
            "{",
            "{}",
            "{\"api_key\":1}",
            "{\"api_key\":null}",
            "{\"api_key\":[[]]}",
            "{\"api_key\":\"k-au1\",\"api_key\":\"k-au2\"}",
            "{\"sync_interval_minutes\":-99999999999999999999}",
            "{\"sync_interval_minutes\":1e400}",
            "{\"data_types\":\"all\"}",
            "{\"data_types\":{\"patients\":7}}",
            "{\"unknown\":{\"deep\":" + "[".repeat(5000) + "]".repeat(5000) + "}}",
            "[".repeat(50_000),
            "{\"api_key\":\"" + "k".repeat(100_000) + "\"}",
            "\ufeff{}",
            "<xml/>",
            "{\"validate\":\"perhaps\"}");

    private final Product product;
    private final Client admin;
    private final Client platform;
    private String run = "";
    private String patient = "";

    OddRequestsIT(Product product) {
        this.product = product;
        this.admin = Client.admin(product, ORG);
        this.platform =
                Client.of(product, new TokenRequest(ORG, "user_platform", "org:admin", List.of(), 2, 3600, true));
    }

    @TestFactory
    Stream<DynamicTest> answersAsDescribedWhateverComes() {
        Clinic clinic = Clinic.open(product.simulator(), ORG, "Odd Street", "au1", new Clinic.Size(10, 30, 5));
        assertThat(admin.configure(ORG, clinic.key()).status()).isEqualTo(201);
        run = admin.start(ORG, "full");
        assertThat(admin.ended(run).at("/status")).isEqualTo("completed");
        patient = admin.get("/api/v1/patients/" + ORG + "?limit=1").at("/patients/0/id");
        return Client.described(product).operations().stream()
                .sorted(Comparator.comparing(Operation::method).reversed())
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> askOddly(operation)));
    }

    private void askOddly(Operation operation) {
        RandomGenerator random = new SplittableRandom(SEED + operation.id().hashCode());
        for (int request = 0; request < REQUESTS_A_ROUTE; request++) {
            Client somebody = headers(operation, random);
            String target = path(operation, random) + query(operation, random);
            String body = operation.takesBody() || random.nextInt(10) == 0 ? pick(BODIES, random) : null;
            Client.Answer answer = somebody.send(operation.method(), target, body);
            assertThat(answer.status())
                    .as(
                            "%s %s %s%n%s",
                            operation.method(), target, somebody.headers().keySet(), answer.text())
                    .isLessThan(500);
        }
    }

    private String path(Operation operation, RandomGenerator random) {
        String path = operation.path();
        for (String variable : operation.parameters("path")) {
            boolean own = variable.equals("organization_id") && random.nextInt(8) > 0;
            path = path.replace("{" + variable + "}", own ? ORG : anId(variable, random));
        }
        return path;
    }

    private String anId(String variable, RandomGenerator random) {
        String known = variable.equals("sync_id") ? run : variable.equals("patient_id") ? patient : "";
        return known.isEmpty() || random.nextBoolean() ? segment(random) : known;
    }

    /** Never empty, and no step up: these would be another route. */
    private static String segment(RandomGenerator random) {
        String value = encoded(random);
        return value.isBlank() || value.startsWith(".") || value.startsWith("%2F") ? "x" : value;
    }

    private static String query(Operation operation, RandomGenerator random) {
        List<String> names = new ArrayList<>(operation.parameters("query"));
        names.add("unknown");
        StringBuilder query = new StringBuilder();
        for (int count = random.nextInt(4); count > 0; count--) {
            String pair = pick(names, random) + "=" + encoded(random);
            query.append(query.isEmpty() ? "?" : "&").append(pair);
            if (random.nextInt(5) == 0) {
                query.append('&').append(pair);
            }
        }
        return query.toString();
    }

    private Client headers(Operation operation, RandomGenerator random) {
        Client somebody = operation.path().startsWith("/api/v1/admin/") ? platform : admin;
        List<String> names = new ArrayList<>(operation.parameters("header"));
        names.addAll(List.of("Accept", "Accept-Language", "X-Request-Id", "If-None-Match", "Origin", "Content-Type"));
        for (int count = random.nextInt(3); count > 0; count--) {
            String name = pick(names, random);
            String value = pick(VALUES, random);
            boolean sendable = value.chars().allMatch(character -> character >= 32 && character < 127);
            boolean ours = name.equals("x-organization-id") && random.nextInt(4) > 0;
            if (sendable && !ours) {
                somebody = somebody.with(name, name.equals("Accept") ? "application/json" : value);
            }
        }
        return somebody.headers().containsKey("Content-Type")
                ? somebody
                : somebody.with("Content-Type", "application/json");
    }

    private static String encoded(RandomGenerator random) {
        if (random.nextInt(6) == 0) {
            String raw = pick(RAW, random);
            return raw.equals("%") ? "%25" : raw;
        }
        return URLEncoder.encode(pick(VALUES, random), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String pick(Collection<String> values, RandomGenerator random) {
        return List.copyOf(values).get(random.nextInt(values.size()));
    }
}
