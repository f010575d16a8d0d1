package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.Delivery;
import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Does to a finished answer what a fault says. */
final class Damage {

    private static final Pattern INSTANT = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)\"");
    private static final int EAST = 10 * 3_600;

    private Damage() {}

    static HttpResponse done(Fault fault, HttpResponse answer) {
        return switch (fault.kind()) {
            case HTML -> Answers.page(200, "Just a moment");
            case WRONG_CONTENT_TYPE -> answer.with("Content-Type", "text/plain; charset=utf-8");
            case TRUNCATED_JSON ->
                answer.withBody(answer.body().substring(0, answer.body().length() * 2 / 3));
            case CUT_SHORT -> answer.delivered(new Delivery.CutShort());
            case BROKEN_GZIP -> answer.delivered(new Delivery.BrokenGzip());
            case RESPONSE_LOST -> answer.delivered(new Delivery.Reset());
            case HANG -> answer.delivered(new Delivery.Late(fault.pause()));
            case DRIP -> answer.delivered(new Delivery.Drip(64, fault.pause()));
            case OFFSET_TIMESTAMPS ->
                answer.withBody(INSTANT.matcher(answer.body()).replaceAll(Damage::offset));
            case WRONG_TOTAL ->
                envelope(
                        answer,
                        page -> page.put(
                                "total_entries", page.path("total_entries").asInt() + 7));
            case DUPLICATED_ROW ->
                rows(answer, rows -> {
                    rows.remove(rows.size() - 1);
                    rows.insert(0, rows.get(0));
                });
            case MISSING_ROW -> rows(answer, rows -> rows.remove(rows.size() / 2));
            case LOOPING_NEXT ->
                envelope(
                        answer,
                        page -> next(page, page.path("links").path("self").asString("")));
            case HOSTILE_NEXT ->
                envelope(answer, page -> next(page, "https://collector.example.test/v1/patients?page=2"));
            case EMPTY_PAGE ->
                envelope(answer, page -> {
                    array(page).removeAll();
                    page.put("total_entries", 0);
                    page.withObject("links").remove("next");
                    return page;
                });
            case WRONG_TYPES ->
                rows(answer, rows -> {
                    if (rows.get(0) instanceof ObjectNode first) {
                        first.put("id", "9".repeat(25)).put("starts_at", 12).put("created_at", 12);
                    }
                });
            case STATUS, REDIRECT, RESET, IGNORED_FILTER -> answer;
        };
    }

    private static HttpResponse envelope(HttpResponse answer, UnaryOperator<ObjectNode> change) {
        if (answer.status() != 200
                || !(Answers.JSON.readTree(answer.body()) instanceof ObjectNode page)
                || !page.has("total_entries")) {
            return answer;
        }
        return answer.withBody(Answers.JSON.writeValueAsString(change.apply(page)));
    }

    private static HttpResponse rows(HttpResponse answer, Consumer<ArrayNode> change) {
        return envelope(answer, page -> {
            ArrayNode rows = array(page);
            if (rows.size() > 1) {
                change.accept(rows);
            }
            return page;
        });
    }

    /** The only array at the top of an envelope. */
    private static ArrayNode array(ObjectNode page) {
        return page.values().stream()
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode next(ObjectNode page, String address) {
        page.withObject("links").put("next", address);
        return page;
    }

    private static String offset(MatchResult instant) {
        String local = Instant.parse(instant.group(1)).plusSeconds(EAST).toString();
        return "\"" + local.substring(0, local.length() - 1) + "+10:00\"";
    }
}
