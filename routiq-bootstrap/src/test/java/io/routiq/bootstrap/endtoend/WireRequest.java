package io.routiq.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the wire, one byte a character, so that it can hold what no client library lets through. */
record WireRequest(
        String method,
        String target,
        List<Header> headers,
        @Nullable String body) {

    private static final String END_OF_LINE = "\r\n";

    record Header(String name, String value) {}

    Client.Answer sendTo(URI server) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1" + END_OF_LINE);
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header("Host", server.getAuthority()));
        all.add(new Header("Connection", "close"));
        if (body != null) {
            all.add(new Header("Content-Length", Integer.toString(body.length())));
        }
        all.forEach(header -> request.append(header.name())
                .append(": ")
                .append(header.value())
                .append(END_OF_LINE));
        request.append(END_OF_LINE).append(body == null ? "" : body);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.toString().getBytes(ISO_8859_1));
            return answer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException("No answer to " + this, failure);
        }
    }

    /** The text as the bytes of its usual encoding. */
    static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static Client.Answer answer(String text) {
        String[] headAndBody = text.split(END_OF_LINE + END_OF_LINE, 2);
        String[] lines = headAndBody[0].split(END_OF_LINE, -1);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int line = 1; line < lines.length; line++) {
            String[] header = lines[line].split(": ?", 2);
            headers.computeIfAbsent(header[0], any -> new ArrayList<>()).add(header[1]);
        }
        String body = headers.containsKey("Transfer-Encoding") ? joined(headAndBody[1]) : headAndBody[1];
        return new Client.Answer(
                Integer.parseInt(lines[0].split(" ", -1)[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                new String(body.getBytes(ISO_8859_1), UTF_8));
    }

    /** A body that comes in chunks, each after its length, the last one empty. */
    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int start = chunks.indexOf(END_OF_LINE, at) + END_OF_LINE.length();
            int length = Integer.parseInt(chunks, at, start - END_OF_LINE.length(), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(chunks, start, start + length);
            at = start + length + END_OF_LINE.length();
        }
    }
}
