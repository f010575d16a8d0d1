package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How parameters and headers are read that no careful client would send. */
@RestTest
class BindingIT {

    private static final String PATIENTS = "/api/v1/patients/org_binding";

    private final Client member;

    BindingIT(@LocalServerPort int port) {
        member = Client.member(port, "org_binding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit%5Bx%5D=1", "limit=5&limit%5B0%5D=1", "limit.x=1", "activity_status%5Bx%5D=active", "%5B=1"
            })
    void passesOverNamesThatItDoesNotKnow(String query) {
        Answer answer = member.get(PATIENTS + "?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "http://[", "null", "://"})
    void takesAnOriginThatIsNoAddressForUnknown(String origin) {
        Answer answer = member.with("Origin", origin).get(PATIENTS);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void givesNoTagWithARefusal() throws IOException {
        String answer = Client.raw(
                member.port(),
                "GET " + PATIENTS + " HTTP/1.1\r\nHost: localhost\r\nx-organization-id: org_binding\r\nAuthorization: "
                        + member.headers().get("Authorization")
                        + "\r\nIf-None-Match: \u0085\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("RateLimit: ").doesNotContain("ETag: ");
    }
}
