package io.routiq.adapter.cliniko.simulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes one response in the manner that its {@link Delivery} names. */
final class ResponseWriter {

    /** Waits, unless the server is closed meanwhile. */
    interface Pause {
        void hold(Duration duration) throws IOException;
    }

    private final Socket socket;
    private final OutputStream out;
    private final Pause pause;

    ResponseWriter(Socket socket, Pause pause) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.pause = pause;
    }

    /** Leaves the connection open or closed, as the delivery demands. */
    void write(HttpRequest request, HttpResponse response) throws IOException {
        boolean gzip = response.headers().containsKey("Content-Encoding");
        byte[] plain = response.body().getBytes(UTF_8);
        switch (response.delivery()) {
            case Delivery.Whole ignored -> send(request, response, gzip ? zip(plain) : plain);
            case Delivery.Late late -> {
                pause.hold(late.pause());
                send(request, response, gzip ? zip(plain) : plain);
            }
            case Delivery.Drip drip -> drip(request, response, gzip ? zip(plain) : plain, drip);
            case Delivery.CutShort ignored -> {
                out.write(head(request, response, plain.length));
                out.write(plain, 0, plain.length / 2);
                socket.close();
            }
            case Delivery.BrokenGzip ignored -> send(request, response.with("Content-Encoding", "gzip"), plain);
            case Delivery.Reset ignored -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
    }

    private void send(HttpRequest request, HttpResponse response, byte[] body) throws IOException {
        byte[] head = head(request, response, body.length);
        int bodyLength = request.method().equals("HEAD") ? 0 : body.length;
        byte[] all = new byte[head.length + bodyLength];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, bodyLength);
        out.write(all);
        out.flush();
    }

    private void drip(HttpRequest request, HttpResponse response, byte[] body, Delivery.Drip drip) throws IOException {
        out.write(head(request, response, body.length));
        for (int sent = 0; sent < body.length; sent += drip.chunkBytes()) {
            pause.hold(drip.pause());
            out.write(body, sent, Math.min(drip.chunkBytes(), body.length - sent));
            out.flush();
        }
    }

    private static byte[] head(HttpRequest request, HttpResponse response, int length) {
        var head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(response.status()).append(' ').append("Simulated\r\n");
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        if (response.status() != 204) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        if (closes(request)) {
            head.append("Connection: close\r\n");
        }
        return head.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    static boolean closes(HttpRequest request) {
        return request.header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    private static byte[] zip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
