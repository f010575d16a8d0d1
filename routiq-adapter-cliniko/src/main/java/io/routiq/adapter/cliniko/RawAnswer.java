package io.routiq.adapter.cliniko;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A whole answer as it came. */
final class RawAnswer {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    RawAnswer(HttpResponse<byte[]> response) {
        this.status = response.statusCode();
        this.headers = response.headers();
        this.body = response.body();
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    boolean isJson() {
        String type = contentType();
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    /** The body, unpacked if it was packed, but no more than {@code most} bytes. */
    byte[] unpacked(int most) {
        boolean packed = headers.firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        if (!packed) {
            return body;
        }
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] all = unpacking.readNBytes(most + 1);
            if (all.length > most) {
                throw new Passing(Passing.Kind.GARBLED, "the answer is too large");
            }
            return all;
        } catch (IOException broken) {
            throw new Passing(Passing.Kind.GARBLED, "the answer could not be unpacked");
        }
    }

    private String contentType() {
        String type = headers.firstValue("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
