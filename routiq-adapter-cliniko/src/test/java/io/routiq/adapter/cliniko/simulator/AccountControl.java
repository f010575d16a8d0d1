package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts, their keys and what happens to their records. */
final class AccountControl {

    private final SimulatorState state;
    private final Operations operations;

    AccountControl(SimulatorState state, Operations operations) {
        this.state = state;
        this.operations = operations;
    }

    HttpResponse answer(String method, List<String> segments, JsonNode body) {
        if (segments.size() == 1) {
            return method.equals("POST") ? add(body) : Answers.json(200, all());
        }
        SimulatedAccount account = account(segments.get(1));
        String action = method + " " + String.join("/", segments.subList(2, segments.size()));
        if (action.startsWith("GET records/")) {
            String resource = action.substring("GET records/".length());
            return Answers.json(200, Answers.JSON.valueToTree(account.practice().records(resource)));
        }
        return switch (action) {
            case "GET " -> Answers.json(200, describe(account));
            case "PATCH " -> {
                change(account, body);
                yield Answers.json(200, describe(account));
            }
            case "POST seed" -> {
                seed(account, body);
                yield Answers.json(200, describe(account));
            }
            case "POST keys" -> Control.created(Map.of("key", issue(account, body)));
            case "POST keys/revoke" -> {
                account.revokeKey(body.path("key").asString(""));
                yield HttpResponse.empty(204);
            }
            case "POST keys/rotate" ->
                Control.created(Map.of("key", account.rotateKey(body.path("key").asString(""))));
            case "POST operations" ->
                Answers.json(
                        200, Answers.JSON.createObjectNode().put("id", Long.toString(operations.run(account, body))));
            default -> throw new NoSuchElementException("no such control");
        };
    }

    SimulatedAccount account(String name) {
        SimulatedAccount account = state.accounts.get(name);
        if (account == null) {
            throw new NoSuchElementException("no account " + name);
        }
        return account;
    }

    ArrayNode all() {
        ArrayNode all = Answers.JSON.createArrayNode();
        state.accounts.values().forEach(account -> all.add(describe(account)));
        return all;
    }

    private HttpResponse add(JsonNode body) {
        String name = body.path("name").asString("");
        String shard = body.path("shard").asString("au1");
        if (name.isBlank() || !shard.matches("[a-z]{2}\\d{1,2}")) {
            throw new IllegalArgumentException("an account needs a name and a shard such as au2");
        }
        SimulatedAccount account = state.addAccount(
                name,
                shard,
                body.path("country_code").asString("AU"),
                body.path("time_zone").asString("Australia/Sydney"));
        change(account, body);
        if (body.has("patients")) {
            seed(account, body);
        }
        ObjectNode answer = describe(account);
        answer.put("key", account.issueKey());
        return Answers.json(201, answer);
    }

    private void seed(SimulatedAccount account, JsonNode body) {
        SimulatedPractice.seed(
                account,
                body.path("patients").asInt(0),
                body.path("appointments").asInt(0),
                body.path("seed").asLong(1),
                state.clock.instant());
    }

    private static void change(SimulatedAccount account, JsonNode body) {
        if (body.has("shard")) {
            account.moveTo(body.path("shard").asString());
        }
        if (body.has("requests_per_minute")) {
            account.requestsPerMinute(body.path("requests_per_minute").asInt());
        }
        if (body.has("other_vendor_per_minute")) {
            account.otherVendorPerMinute(body.path("other_vendor_per_minute").asInt());
        }
    }

    private static String issue(SimulatedAccount account, JsonNode body) {
        if (body.has("same_user_as")) {
            return account.issueKey(account.userOf(body.path("same_user_as").asString("")));
        }
        String role = body.path("role").asString("administrator");
        return account.issueKey(Role.valueOf(role.toUpperCase(Locale.ROOT).replace(' ', '_')));
    }

    private static ObjectNode describe(SimulatedAccount account) {
        Store store = account.store();
        return store.locked(() -> Answers.JSON
                .createObjectNode()
                .put("id", Long.toString(account.id()))
                .put("name", account.name())
                .put("shard", account.shard())
                .put("requests_per_minute", account.requestsPerMinute())
                .put("other_vendor_per_minute", account.otherVendorPerMinute())
                .put("patients", store.patients.size())
                .put("individual_appointments", store.appointments.size())
                .put("group_appointments", store.groups.size())
                .put("attendees", store.attendees.size()));
    }
}
