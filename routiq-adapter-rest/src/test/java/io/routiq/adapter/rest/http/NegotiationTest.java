package io.routiq.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.ServletWebRequest;

class NegotiationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "application/*",
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/problem+json",
                "application/json;charset=utf-8",
                "image/png, application/json;q=0.1",
                "application/vnd.routiq.envelope+json;q=0.1, application/json",
                "application/vnd.routiq.envelope+json;q=0, */*"
            })
    void answersFlat(String accept) throws HttpMediaTypeNotAcceptableException {
        assertThat(resolve(accept)).containsExactly(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.routiq.envelope+json",
                "application/vnd.routiq.envelope+json, */*",
                "application/json;q=0.5, application/vnd.routiq.envelope+json"
            })
    void answersInTheEnvelope(String accept) throws HttpMediaTypeNotAcceptableException {
        assertThat(resolve(accept)).containsExactly(Negotiation.ENVELOPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/*", "application/json;q=0", "nonsense", "a/b/c", ""})
    void refusesWhatItCannotMake(String accept) {
        assertThatExceptionOfType(HttpMediaTypeNotAcceptableException.class).isThrownBy(() -> resolve(accept));
    }

    @Test
    void answersFlatWithoutAnyWish() throws HttpMediaTypeNotAcceptableException {
        assertThat(new Negotiation().resolveMediaTypes(new ServletWebRequest(new MockHttpServletRequest())))
                .containsExactly(MediaType.APPLICATION_JSON);
    }

    private static List<MediaType> resolve(String accept) throws HttpMediaTypeNotAcceptableException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept", accept);
        return new Negotiation().resolveMediaTypes(new ServletWebRequest(request));
    }
}
