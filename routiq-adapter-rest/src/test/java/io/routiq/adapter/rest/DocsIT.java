package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages work offline and under a policy that lets nothing inline in. */
@RestTest
class DocsIT {

    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private final int port;

    DocsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc"})
    void loadsShippedFilesOnly(String path) {
        Answer page = Client.stranger(port).with("Accept", "text/html").get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        List<String> files = LOADED.matcher(page.text())
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(found.indexOf('"') + 1, found.length() - 1))
                .toList();
        assertThat(files).hasSizeGreaterThan(3).allSatisfy(file -> {
            assertThat(file).startsWith("/").doesNotStartWith("//");
            Answer answer = Client.stranger(port).get(file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.text()).isNotEmpty();
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=3600");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/", "/redoc", "/redoc/"})
    void hasNothingInline(String path) {
        Answer page = Client.stranger(port).get(path);
        assertThat(page.text()).doesNotContain("<style", "style=", "onload", "javascript:");
        assertThat(page.text()).doesNotContainPattern("<script>|<script[^>]*>[^<]");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
    }

    @Test
    void givesReDocAFreshNonceEachTime() {
        Answer first = Client.stranger(port).get("/redoc");
        Answer second = Client.stranger(port).get("/redoc");
        assertThat(nonce(first)).isNotEqualTo(nonce(second));
        assertThat(first.header("Content-Security-Policy")).contains("'nonce-" + nonce(first) + "'");
    }

    private static String nonce(Answer page) {
        return Pattern.compile("data-nonce=\"([0-9a-f-]{36})\"")
                .matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void servesNothingBesideItsFiles() {
        assertThat(Client.stranger(port).get("/docs/files/nothing.js").code()).isEqualTo("not_found");
        assertThat(Client.stranger(port).get("/docs/files/").code()).isEqualTo("not_found");
        assertThat(Client.stranger(port).get("/docs/files/..%2fswagger-ui.html").status())
                .isIn(400, 404);
    }
}
