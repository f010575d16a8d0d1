package io.routiq.adapter.cliniko.simulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one HTTP/1.1 request from a connection. */
final class RequestReader {

    private static final int LONGEST_LINE = 65_536;
    private static final int LARGEST_BODY = 10_000_000;

    private RequestReader() {}

    /** Empty when the client closed the connection between two requests. */
    static Optional<HttpRequest> read(InputStream in) throws IOException {
        String requestLine = line(in);
        if (requestLine.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = requestLine.split(" ", -1);
        if (parts.length != 3) {
            throw new IOException("not a request line");
        }
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
        }
        String target = parts[1];
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return Optional.of(new HttpRequest(parts[0], path, query, headers, body(in, headers)));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunked(in);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length > LARGEST_BODY) {
            throw new IOException("body too large");
        }
        return new String(in.readNBytes(length), UTF_8);
    }

    private static String chunked(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        for (int length = chunkLength(in); length > 0; length = chunkLength(in)) {
            all.write(in.readNBytes(length));
            line(in);
            if (all.size() > LARGEST_BODY) {
                throw new IOException("body too large");
            }
        }
        skipTrailers(in);
        return all.toString(UTF_8);
    }

    private static void skipTrailers(InputStream in) throws IOException {
        String trailer = line(in);
        while (!trailer.isEmpty()) {
            trailer = line(in);
        }
    }

    private static int chunkLength(InputStream in) throws IOException {
        String length = line(in);
        int extension = length.indexOf(';');
        return Integer.parseInt((extension < 0 ? length : length.substring(0, extension)).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (bytes.size() == 0) {
                    return "";
                }
                throw new EOFException();
            }
            if (bytes.size() > LONGEST_LINE) {
                throw new IOException("line too long");
            }
            if (next != '\r') {
                bytes.write(next);
            }
        }
        return bytes.toString(ISO_8859_1);
    }
}
