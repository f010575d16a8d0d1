package io.routiq.adapter.rest.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body can be looked at before its handler reads it; no more of it than {@link BodyLimit} takes. */
final class RereadableRequest extends HttpServletRequestWrapper {

    private byte @Nullable [] body;

    RereadableRequest(HttpServletRequest request) {
        super(request);
    }

    /** A form's fields are parameters, and have to be read as such before the body is. */
    byte[] body() throws IOException {
        if (body == null) {
            getParameterMap();
            body = super.getInputStream().readNBytes(BodyLimit.MOST_BYTES + 1);
        }
        return body;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Again(body());
    }

    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        private Again(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Bodies are read by the request's own thread");
        }
    }
}
