package io.routiq.adapter.rest.http;

import io.routiq.application.StorageUnavailable;
import io.routiq.application.idempotency.AnswerOnce;
import io.routiq.application.idempotency.AnswerOnce.Outcome;
import io.routiq.application.idempotency.Claim;
import io.routiq.application.idempotency.KeptAnswer;
import io.routiq.domain.organization.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a POST with an {@code Idempotency-Key} that was sent before as it was answered before, on every route. Stands
 * behind the {@link Guard}, so refusals for want of rights are never kept; answers from 500 on are not kept either. What
 * a crash between the work and the keeping of its answer means is said in {@link AnswerOnce}.
 */
@Component
final class Idempotency implements HandlerInterceptor {

    static final String HEADER = "Idempotency-Key";

    /** Refused for a header, which the same request may carry right the next time: 406, 412 and 415. */
    private static final Set<Integer> CAN_BE_PUT_RIGHT = Set.of(
            HttpServletResponse.SC_NOT_ACCEPTABLE,
            HttpServletResponse.SC_PRECONDITION_FAILED,
            HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);

    private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);
    private static final int LONGEST_KEY = 255;
    private static final int MOST_LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final AnswerOnce answerOnce;
    private final JsonMapper json;

    Idempotency(AnswerOnce answerOnce, JsonMapper json) {
        this.answerOnce = answerOnce;
        this.json = json;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        RereadableRequest rereadable = WebUtils.getNativeRequest(request, RereadableRequest.class);
        Caller caller = Guard.caller(request);
        if (rereadable == null || caller == null) {
            return true;
        }
        String key = key(request);
        String hash = hash(rereadable);
        for (int look = 0; look < MOST_LOOKS; look++) {
            switch (answerOnce.claim(caller.organization(), caller.userId(), key, hash)) {
                case Outcome.Claimed claimed -> {
                    HeldAnswer.show(request, new Keeper(caller.organization(), claimed.claim()));
                    return true;
                }
                case Outcome.Answered answered -> {
                    repeat(answered.answer(), response);
                    return false;
                }
                case Outcome.UsedOtherwise otherwise ->
                    throw Refusal.of(
                            ProblemCode.IDEMPOTENCY_CONFLICT,
                            "This Idempotency-Key was used for another request within 24 hours."
                                    + " Make a new key for each new request.");
                case Outcome.InProgress others -> LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
        throw Refusal.later(
                "A request with this Idempotency-Key is still being worked on."
                        + " Send it again in a few seconds to get its answer.",
                Duration.ofSeconds(2));
    }

    private static String key(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        String key = keys.getFirst();
        boolean sane = keys.size() == 1
                && !key.isBlank()
                && key.length() <= LONGEST_KEY
                && key.chars().noneMatch(Character::isISOControl);
        if (!sane) {
            throw Refusal.invalid(HEADER, "must be one text of 1 to 255 characters without control characters");
        }
        return key;
    }

    /** Of everything that decides what is asked for. */
    private String hash(RereadableRequest request) throws IOException {
        byte[] body = request.body();
        return Fingerprint.of(
                json.writeValueAsBytes(List.of(request.getRequestURI(), new TreeMap<>(request.getParameterMap()))),
                body);
    }

    private static void repeat(KeptAnswer answer, HttpServletResponse response) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private final class Keeper implements HeldAnswer.Witness {

        private final OrganizationId organization;
        private final Claim claim;

        private Keeper(OrganizationId organization, Claim claim) {
            this.organization = organization;
            this.claim = claim;
        }

        @Override
        public void answered(ContentCachingResponseWrapper answer) {
            if (answer.getStatus() >= 500 || CAN_BE_PUT_RIGHT.contains(answer.getStatus())) {
                failed();
                return;
            }
            KeptAnswer kept = new KeptAnswer(
                    answer.getStatus(),
                    answer.getContentType(),
                    answer.getHeader(HttpHeaders.LOCATION),
                    new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
            orElseWait(() -> answerOnce.keep(organization, claim, kept));
        }

        @Override
        public void failed() {
            orElseWait(() -> answerOnce.release(organization, claim));
        }

        /** What was worked on is answered all the same; the claim ends by itself. */
        private void orElseWait(Runnable remembering) {
            try {
                remembering.run();
            } catch (StorageUnavailable unavailable) {
                LOG.warn("The answer to an idempotency key is not kept: {}", String.valueOf(unavailable.getCause()));
            }
        }
    }
}
