package io.routiq.adapter.cliniko.simulator.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Accepts connections on the loopback address and serves each on a virtual thread of its own. */
public final class HttpListener implements AutoCloseable {

    /** Answers a request; runs on the connection's virtual thread. */
    public interface Handler {
        HttpResponse handle(HttpRequest request);
    }

    private final ServerSocket server;
    private final Handler handler;
    private final UnaryOperator<HttpResponse> lastTouch;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    private HttpListener(ServerSocket server, Handler handler, UnaryOperator<HttpResponse> lastTouch) {
        this.server = server;
        this.handler = handler;
        this.lastTouch = lastTouch;
    }

    /**
     * Starts listening.
     *
     * @param port 0 for a free one
     * @param lastTouch applied to every response just before it is written, for headers that all carry
     */
    public static HttpListener start(int port, Handler handler, UnaryOperator<HttpResponse> lastTouch) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_024);
            var listener = new HttpListener(server, handler, lastTouch);
            Thread.ofVirtual().name("simulator-accept").start(listener::accept);
            return listener;
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot listen on port " + port, refused);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Closes the port and every open connection; waiting responses give up. */
    @Override
    public void close() {
        closed.countDown();
        closeQuietly(server);
        open.forEach(HttpListener::closeQuietly);
    }

    private void accept() {
        try {
            while (closed.getCount() > 0) {
                Socket socket = server.accept();
                open.add(socket);
                if (closed.getCount() == 0) {
                    // A port that is being closed may still let one more connection in.
                    closeQuietly(socket);
                    return;
                }
                Thread.ofVirtual().name("simulator-connection").start(() -> serve(socket));
            }
        } catch (IOException closedMeanwhile) {
            close();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var writer = new ResponseWriter(socket, this::hold);
            while (!socket.isClosed()) {
                Optional<HttpRequest> request = RequestReader.read(in);
                if (request.isEmpty()) {
                    return;
                }
                writer.write(request.get(), lastTouch.apply(answer(request.get())));
                if (ResponseWriter.closes(request.get())) {
                    return;
                }
            }
        } catch (IOException clientLeft) {
            closeQuietly(socket);
        } finally {
            open.remove(socket);
        }
    }

    /** A failed handler is an answer, too: a closed connection would make clients try again without a word. */
    private HttpResponse answer(HttpRequest request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException | AssertionError failed) {
            return HttpResponse.of(500, "text/plain; charset=utf-8", "The simulator itself failed: " + failed);
        }
    }

    private void hold(Duration duration) throws IOException {
        try {
            if (closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("closed while holding a response");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            Thread.onSpinWait();
        }
    }
}
