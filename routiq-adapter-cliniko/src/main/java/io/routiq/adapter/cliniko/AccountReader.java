package io.routiq.adapter.cliniko;

import io.routiq.application.practice.PracticeAccount;
import tools.jackson.databind.JsonNode;

/** The account that a key opens, which Cliniko tells among its settings, and the user whose key it is. */
final class AccountReader {

    private static final Query SETTINGS = Query.of("/settings/public");
    private static final String ABOUT = "the account's settings";
    private static final String ABOUT_USER = "the key's user";

    private AccountReader() {}

    /** @throws Passing if the answer names no account */
    static PracticeAccount read(Conversation conversation) {
        return switch (conversation.ask(SETTINGS)) {
            case Reply.Ok ok -> account(ok.body().path("account"));
            case Reply.NotUnderstood notUnderstood -> throw Denial.notUnderstood(ABOUT);
            case Reply.Denied denied -> throw Denial.of(denied, conversation, ABOUT);
        };
    }

    /**
     * The key's user and their role.
     *
     * @throws Passing if the answer names no user
     */
    static String user(Conversation conversation) {
        return switch (conversation.ask(Conversation.USER)) {
            case Reply.Ok ok -> user(ok.body());
            case Reply.NotUnderstood notUnderstood -> throw Denial.notUnderstood(ABOUT_USER);
            case Reply.Denied denied -> throw Denial.of(denied, conversation, ABOUT_USER);
        };
    }

    private static String user(JsonNode user) {
        String id = user.path("id").asString("");
        if (Row.number(id).isEmpty()) {
            throw new Passing(Passing.Kind.GARBLED, "a user without an id");
        }
        return id + " as " + user.path("role").asString("?");
    }

    private static PracticeAccount account(JsonNode account) {
        String id = account.path("id").asString("");
        if (Row.number(id).isEmpty()) {
            throw new Passing(Passing.Kind.GARBLED, "settings without an account");
        }
        return new PracticeAccount(
                id,
                account.path("name")
                        .stringValueOpt()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .orElse(null),
                account.path("country_code")
                        .stringValueOpt()
                        .filter(code -> code.matches("[A-Z]{2}"))
                        .orElse(null));
    }
}
