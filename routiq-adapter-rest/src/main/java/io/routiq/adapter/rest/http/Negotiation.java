package io.routiq.adapter.rest.http;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/** Chooses between the flat body and the envelope. A browser that asks for a page gets the flat body too. */
public final class Negotiation implements ContentNegotiationStrategy {

    /** Wraps the payload in {@code {"success": …, "data": …, "timestamp": …}}. */
    public static final MediaType ENVELOPE = MediaType.parseMediaType("application/vnd.routiq.envelope+json");

    private static final List<MediaType> FLAT =
            List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.APPLICATION_PROBLEM_JSON);

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        String[] headers = request.getHeaderValues(HttpHeaders.ACCEPT);
        if (headers == null) {
            return List.of(MediaType.APPLICATION_JSON);
        }
        for (MediaType wanted : byPreference(headers)) {
            if (wanted.getQualityValue() > 0 && wanted.isConcrete() && wanted.equalsTypeAndSubtype(ENVELOPE)) {
                return List.of(ENVELOPE);
            }
            if (wanted.getQualityValue() > 0 && FLAT.stream().anyMatch(wanted::includes)) {
                return List.of(MediaType.APPLICATION_JSON);
            }
        }
        throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON, ENVELOPE));
    }

    /** @throws HttpMediaTypeNotAcceptableException if the client does not take server-sent events */
    void requireEvents(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        String[] headers = request.getHeaderValues(HttpHeaders.ACCEPT);
        if (headers != null
                && byPreference(headers).stream()
                        .noneMatch(wanted ->
                                wanted.getQualityValue() > 0 && wanted.includes(MediaType.TEXT_EVENT_STREAM))) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.TEXT_EVENT_STREAM));
        }
    }

    private static List<MediaType> byPreference(String[] headers) throws HttpMediaTypeNotAcceptableException {
        try {
            List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(List.of(headers)));
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted;
        } catch (InvalidMediaTypeException broken) {
            throw new HttpMediaTypeNotAcceptableException("The Accept header cannot be read");
        }
    }
}
