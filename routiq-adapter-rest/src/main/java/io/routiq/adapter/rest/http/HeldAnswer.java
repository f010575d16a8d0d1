package io.routiq.adapter.rest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds the answer to a POST with an idempotency key back until somebody who asked for it has seen it. */
@Component
final class HeldAnswer extends OncePerRequestFilter {

    private static final String WITNESS = HeldAnswer.class.getName();

    /** Sees the answer before the client does. */
    interface Witness {
        /** The handler has answered. */
        void answered(ContentCachingResponseWrapper answer);

        /** There is no answer of a handler. */
        void failed();
    }

    /** Asks for the answer of this request. */
    static void show(HttpServletRequest request, Witness witness) {
        request.setAttribute(WITNESS, witness);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals(HttpMethod.POST.name()) || request.getHeader(Idempotency.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RereadableRequest rereadable = new RereadableRequest(request);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(rereadable, answer);
            answered = true;
        } finally {
            if (rereadable.getAttribute(WITNESS) instanceof Witness witness) {
                if (answered) {
                    witness.answered(answer);
                } else {
                    witness.failed();
                }
            }
        }
        answer.copyBodyToResponse();
    }
}
