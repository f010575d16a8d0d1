package io.routiq.bootstrap.endtoend;

import static io.routiq.bootstrap.endtoend.WireRequest.utf8;

import io.routiq.bootstrap.endtoend.DescribedApi.Operation;
import io.routiq.bootstrap.endtoend.WireRequest.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Makes odd requests for one operation, with the same seed always the same ones. */
final class OddRequests {

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
    private static final List<String> ENCODED =
            List.of("%FF", "%C3%28", "%00", "%ED%A0%80", "%2F", "%252F", "%2F%2F", "+", "%25");

    /** What some clients and some binders make of the names of lists and members. */
    private static final List<String> SUFFIXES =
            List.of("[]", "%5B%5D", "[0]", "[x]", "[999999999]", "[", ".x", "!", "");

    /** Not even encoded. */
    private static final List<String> BROKEN = List.of(
            "\u00ff", "\u00c3(", "\u00ed\u00a0\u0080", "\u0001", "\u007f", "a|b", "[]{}^`\\", "%", "%zz", "<\">");

    private static final List<String> ACCEPTED = List.of(
            "application/json",
            "application/vnd.routiq.envelope+json",
            "*/*;q=0.1",
            "text/event-stream",
            "\u00ff/\u00fe");

    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "application/json;charset=\u00ff",
            "application/json;charset=utf-99",
            "\u00ff",
            "a/b;;",
            "");

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
            "\u00ef\u00bb\u00bf{}",
            "<xml/>",
            "{\"validate\":\"perhaps\"}",
            "{\"api_key\":\"\u00ff\u00fe\"}",
            "\u00c3(",
            "{\"\u00ed\u00a0\u0080\":1}",
            "\u0000\u0000\u0000{");

    private final Operation operation;
    private final Map<String, String> ids;
    private final RandomGenerator random;

    /** @param ids those that there are, by the names of their variables */
    OddRequests(Operation operation, Map<String, String> ids, long seed) {
        this.operation = operation;
        this.ids = ids;
        this.random = new SplittableRandom(seed + operation.id().hashCode());
    }

    /** The next one, by somebody with these headers. */
    WireRequest next(Map<String, String> somebody) {
        String target = path() + query();
        boolean broken = random.nextInt(12) == 0;
        boolean withBody = !broken && (operation.takesBody() || random.nextInt(10) == 0);
        return new WireRequest(
                operation.method(),
                broken ? target.substring(0, target.length() - 1) + pick(BROKEN) : target,
                headers(somebody),
                withBody ? pick(BODIES) : null);
    }

    private String path() {
        String path = operation.path();
        for (String variable : operation.parameters("path")) {
            boolean known = random.nextInt(variable.equals("organization_id") ? 8 : 2) > 0;
            path = path.replace("{" + variable + "}", known ? ids.getOrDefault(variable, segment()) : segment());
        }
        return path;
    }

    /** Never empty, and no step up: these would be another route. */
    private String segment() {
        String value = encoded();
        return value.isBlank() || value.startsWith(".") || value.startsWith("%2F") ? "x" : value;
    }

    private String query() {
        List<String> names = new ArrayList<>(operation.parameters("query"));
        names.add("unknown");
        StringBuilder query = new StringBuilder();
        for (int count = random.nextInt(4); count > 0; count--) {
            String name = pick(names) + (random.nextInt(8) == 0 ? pick(SUFFIXES) : "");
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded());
            if (random.nextInt(4) == 0) {
                query.append('&').append(name).append('=').append(encoded());
            }
        }
        return query.toString();
    }

    private List<Header> headers(Map<String, String> somebody) {
        List<Header> headers = new ArrayList<>();
        somebody.forEach((name, value) -> headers.add(new Header(name, value)));
        List<String> names = new ArrayList<>(operation.parameters("header"));
        names.addAll(List.of("Accept", "Accept-Language", "X-Request-Id", "If-None-Match", "Origin", "Authorization"));
        for (int count = random.nextInt(3); count > 0; count--) {
            String name = pick(names);
            headers.add(header(name));
            if (random.nextInt(3) == 0) {
                headers.add(header(name));
            }
        }
        headers.add(new Header("Content-Type", random.nextInt(6) > 0 ? "application/json" : pick(CONTENT_TYPES)));
        return headers;
    }

    private Header header(String name) {
        boolean ours = name.equals("x-organization-id") && random.nextInt(3) > 0;
        if (name.equals("Accept")) {
            return new Header(name, pick(ACCEPTED));
        }
        String value = random.nextInt(5) == 0 ? pick(BROKEN) : utf8(pick(VALUES).replace('\n', ' '));
        return new Header(name, ours ? ids.getOrDefault("organization_id", "") : value);
    }

    private String encoded() {
        return random.nextInt(6) == 0
                ? pick(ENCODED)
                : URLEncoder.encode(pick(VALUES), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
