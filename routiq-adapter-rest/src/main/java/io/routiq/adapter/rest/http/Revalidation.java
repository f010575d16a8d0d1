package io.routiq.adapter.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives each {@link Revalidated} answer its {@code ETag}. The tag is strong: it stands for the lasting members of the payload, asked
 * for by this address, in this form and encoding.
 */
@Component
final class Revalidation {

    private static final int BYTES = 18;

    private final ObjectWriter lasting;

    Revalidation(JsonMapper json) {
        lasting = json.rebuild()
                .enable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                .build()
                .writerWithView(Object.class);
    }

    /** Marks the response. If the client holds what it would get, the status says so and the body is to be left out. */
    void mark(Revalidated payload, MediaType form, HttpServletRequest request, HttpServletResponse response) {
        ETag tag = new ETag(digest(payload, form, request), false);
        // Before anything is set: a header that cannot be read ends the request.
        boolean held = Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(tags -> ETag.parse(tags).stream())
                .anyMatch(known -> known.isWildcard() || known.compare(tag, false));
        response.setHeader(HttpHeaders.ETAG, tag.formattedTag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (held) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
    }

    private String digest(Revalidated payload, MediaType form, HttpServletRequest request) {
        MessageDigest digest = sha256();
        String question = String.join(
                "\n",
                request.getRequestURI(),
                String.valueOf(request.getQueryString()),
                form.getSubtype(),
                String.valueOf(request.getHeader(HttpHeaders.ACCEPT_ENCODING)),
                "");
        digest.update(question.getBytes(StandardCharsets.UTF_8));
        byte[] hash = digest.digest(lasting.writeValueAsBytes(payload));
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
