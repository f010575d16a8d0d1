package io.routiq.adapter.cliniko.simulator;

import java.util.regex.Pattern;

/**
 * Which requests a fault or a scripted event is meant for; an empty part matches everything.
 *
 * @param path below {@code /v1}, beginning with a slash; {@code *} stands for any characters
 * @param term what one decoded query parameter contains, for example {@code updated_at:>=}
 * @param account the clinic's name
 */
public record RequestMatch(String method, String path, String term, String account) {

    public static RequestMatch any() {
        return new RequestMatch("", "", "", "");
    }

    public static RequestMatch path(String path) {
        return new RequestMatch("", path, "", "");
    }

    public RequestMatch method(String only) {
        return new RequestMatch(only, path, term, account);
    }

    public RequestMatch term(String part) {
        return new RequestMatch(method, path, part, account);
    }

    public RequestMatch account(String name) {
        return new RequestMatch(method, path, term, name);
    }

    boolean matches(Call call) {
        return (method.isEmpty() || method.equals(call.method()))
                && (path.isEmpty() || Pattern.matches(Pattern.quote(path).replace("*", "\\E.*\\Q"), call.path()))
                && (term.isEmpty() || call.parameters().decoded().stream().anyMatch(each -> each.contains(term)))
                && (account.isEmpty() || account.equals(call.accountName()));
    }
}
