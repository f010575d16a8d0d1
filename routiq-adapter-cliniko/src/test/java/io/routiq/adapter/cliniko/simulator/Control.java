package io.routiq.adapter.cliniko.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.routiq.adapter.cliniko.simulator.http.HttpRequest;
import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The controls under {@code /_simulator}, in JSON.
 *
 * <pre>
 * GET    /                          what there is
 * POST   /reset
 * POST   /accounts                  {name, shard, country_code, time_zone, patients, appointments, seed, …}
 * PATCH  /accounts/{name}           {shard, requests_per_minute, other_vendor_per_minute}
 * POST   /accounts/{name}/seed      {patients, appointments, seed}
 * POST   /accounts/{name}/keys      {role} or {same_user_as: key}
 * POST   /accounts/{name}/keys/revoke, /accounts/{name}/keys/rotate    {key}
 * POST   /accounts/{name}/operations    {do: "cancel", id}, see {@link Operations}
 * GET    /accounts/{name}/records/{resource}
 * GET, PATCH /switches              {"SORT_BY_ID": "IGNORED"}
 * PUT    /latency                   {milliseconds}
 * POST   /clock                     {advance_seconds} or {freeze_at}
 * POST, DELETE /faults              {kind, status, path, method, term, account, from, times, probability, …}
 * POST, DELETE /script              {when, nth, path, method, term, account, operation}
 * GET, DELETE  /journal
 * </pre>
 */
final class Control {

    static final String ROOT = "/_simulator";

    private final SimulatorState state;
    private final AccountControl accounts;
    private final TroubleControl trouble;

    Control(SimulatorState state) {
        this.state = state;
        var operations = new Operations(state);
        this.accounts = new AccountControl(state, operations);
        this.trouble = new TroubleControl(state, operations);
    }

    HttpResponse answer(HttpRequest request) {
        List<String> segments =
                List.of(request.path()
                                .substring(ROOT.length())
                                .replaceFirst("^/", "")
                                .split("/", -1))
                        .stream()
                        .map(segment -> URLDecoder.decode(segment, UTF_8))
                        .toList();
        try {
            JsonNode body =
                    request.body().isBlank() ? Answers.JSON.createObjectNode() : Answers.JSON.readTree(request.body());
            return answer(request.method(), segments, body);
        } catch (NoSuchElementException unknown) {
            return Answers.message(404, String.valueOf(unknown.getMessage()));
        } catch (IllegalArgumentException | DateTimeException | JacksonException wrong) {
            return Answers.message(400, String.valueOf(wrong.getMessage()));
        }
    }

    private HttpResponse answer(String method, List<String> segments, JsonNode body) {
        return switch (method + " " + segments.getFirst()) {
            case "GET " -> Answers.json(200, overview());
            case "POST reset" -> {
                state.reset();
                yield HttpResponse.empty(204);
            }
            case "GET accounts", "POST accounts", "PATCH accounts" -> accounts.answer(method, segments, body);
            case "GET switches" -> Answers.json(200, Answers.JSON.valueToTree(state.switches.all()));
            case "PATCH switches" -> {
                body.forEachEntry((name, choice) ->
                        state.switches.set(Switch.valueOf(name), Choice.valueOf(choice.asString(""))));
                yield Answers.json(200, Answers.JSON.valueToTree(state.switches.all()));
            }
            case "PUT latency" -> {
                state.latency.set(Duration.ofMillis(body.path("milliseconds").asLong(0)));
                yield HttpResponse.empty(204);
            }
            case "POST clock" -> {
                if (body.has("freeze_at")) {
                    state.clock.freezeAt(Instant.parse(body.path("freeze_at").asString("")));
                }
                state.clock.advance(
                        Duration.ofSeconds(body.path("advance_seconds").asLong(0)));
                yield Answers.json(
                        200,
                        Answers.JSON
                                .createObjectNode()
                                .put("now", state.clock.instant().toString()));
            }
            default -> trouble.answer(method, segments, body);
        };
    }

    private ObjectNode overview() {
        ObjectNode overview = Answers.JSON.createObjectNode();
        overview.put("banner", ClinikoSimulator.BANNER);
        overview.put("now", state.clock.instant().toString());
        overview.put("latency_milliseconds", state.latency.get().toMillis());
        overview.put("requests", state.journal.count());
        overview.set("accounts", accounts.all());
        overview.set("switches", Answers.JSON.valueToTree(state.switches.all()));
        ObjectNode choices = overview.putObject("choices");
        for (Switch each : Switch.values()) {
            choices.set(each.name(), Answers.JSON.valueToTree(each.choices()));
        }
        return overview;
    }

    static HttpResponse created(Map<String, ?> body) {
        return Answers.json(201, Answers.JSON.valueToTree(body));
    }
}
