package io.routiq.adapter.rest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;

/** An answer of server-sent events, each of which is on its way when the call returns. */
public final class EventStream {

    /** How long a client waits before it comes again, in milliseconds. */
    private static final int RETRY = 2000;

    private final HttpServletResponse response;

    private EventStream(HttpServletResponse response) {
        this.response = response;
    }

    /**
     * Begins the answer.
     *
     * @throws IOException if the client is gone, like all methods here
     */
    public static EventStream open(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8);
        // What some proxies have to be told, so that they pass each event on at once.
        response.setHeader("X-Accel-Buffering", "no");
        EventStream stream = new EventStream(response);
        stream.write("retry: " + RETRY);
        return stream;
    }

    /** Sends an event; {@code data} is text of one line, such as JSON. */
    public void event(String name, String id, String data) throws IOException {
        write("event: " + name + "\nid: " + id + "\ndata: " + data);
    }

    /** Sends what clients overlook, so that nobody on the way takes the connection for dead. */
    public void comment() throws IOException {
        write(":");
    }

    private void write(String lines) throws IOException {
        response.getOutputStream().write((lines + "\n\n").getBytes(UTF_8));
        response.flushBuffer();
    }
}
