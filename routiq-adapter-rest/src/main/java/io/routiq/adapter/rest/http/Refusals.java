package io.routiq.adapter.rest.http;

import io.routiq.application.StorageUnavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What clients are told of anything that can be thrown on the way of a request. */
final class Refusals {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String UNKNOWN_METHOD =
            "This route does not know the method. The Allow header lists those it knows.";

    private Refusals() {}

    static Refusal of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case AuthenticationServiceException unavailable ->
                Refusal.later(
                        "The token cannot be checked right now because the identity provider does not answer."
                                + " Try again in a few seconds.",
                        SOON);
            case AuthenticationException unauthenticated -> unauthenticated(unauthenticated);
            case NoHandlerFoundException unknown -> unknownRoute();
            case NoResourceFoundException unknown -> unknownRoute();
            case HttpRequestMethodNotSupportedException unsupported -> methodNotAllowed(unsupported);
            case HttpMediaTypeNotAcceptableException unacceptable -> notAcceptable(unacceptable);
            case HttpMediaTypeNotSupportedException unsupported ->
                Refusal.of(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "This route reads JSON. Send the header Content-Type: application/json.",
                        HttpHeaders.ACCEPT,
                        "application/json");
            case HttpMessageNotReadableException unreadable -> Violations.ofBody(unreadable);
            case BindException invalid -> Violations.ofFields(invalid);
            case RequestRejectedException rejected -> malformed();
            case InvalidParameterException broken -> malformed();
            case StorageUnavailable unavailable -> storeUnavailable();
            default -> internalError();
        };
    }

    /** What a status alone says, where the container gave up without an exception. */
    static Refusal of(int status) {
        return switch (status) {
            case 404 -> unknownRoute();
            case 405 -> Refusal.of(ProblemCode.METHOD_NOT_ALLOWED, UNKNOWN_METHOD);
            case 413 ->
                Refusal.of(
                        ProblemCode.PAYLOAD_TOO_LARGE, "The request is too large. Send less, or in several requests.");
            case 503 -> storeUnavailable();
            case 500 -> internalError();
            default -> malformed();
        };
    }

    private static Refusal unauthenticated(AuthenticationException failure) {
        if (!(failure instanceof InvalidBearerTokenException)) {
            return Refusal.of(
                    ProblemCode.UNAUTHENTICATED,
                    "This route needs a session token. Sign in and send it as Authorization: Bearer <token>.",
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"routiq\"");
        }
        boolean expired = isExpiry(failure.getCause());
        return Refusal.of(
                expired ? ProblemCode.TOKEN_EXPIRED : ProblemCode.UNAUTHENTICATED,
                expired
                        ? "JWT token is expired. Get a fresh session token and send the request again."
                        : "JWT token is expired or invalid. Sign in again and send the new session token.",
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"routiq\", error=\"invalid_token\", error_description=\""
                        + (expired ? "The token expired" : "The token is invalid") + "\"");
    }

    /** Spring gives all failures of a token's validation one code, so only the sentence tells them apart. */
    private static boolean isExpiry(@Nullable Throwable cause) {
        if (!(cause instanceof JwtValidationException validation)) {
            return false;
        }
        Collection<OAuth2Error> errors = validation.getErrors();
        return !errors.isEmpty()
                && errors.stream()
                        .map(OAuth2Error::getDescription)
                        .allMatch(sentence -> sentence != null && sentence.startsWith("Jwt expired at"));
    }

    private static Refusal notAcceptable(HttpMediaTypeNotAcceptableException unacceptable) {
        boolean events = unacceptable.getSupportedMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
        return Refusal.of(
                ProblemCode.NOT_ACCEPTABLE,
                events
                        ? "This route answers text/event-stream. Ask for it in the Accept header."
                        : "This route answers application/json or application/vnd.routiq.envelope+json."
                                + " Ask for one of them in the Accept header.");
    }

    private static Refusal methodNotAllowed(HttpRequestMethodNotSupportedException unsupported) {
        Set<HttpMethod> supported = unsupported.getSupportedHttpMethods();
        String allowed = supported == null
                ? ""
                : String.join(
                        ", ", supported.stream().map(HttpMethod::name).sorted().toList());
        return Refusal.of(ProblemCode.METHOD_NOT_ALLOWED, UNKNOWN_METHOD, HttpHeaders.ALLOW, allowed);
    }

    private static Refusal unknownRoute() {
        return Refusal.notFound("There is nothing at this address. See /docs for the routes.");
    }

    private static Refusal malformed() {
        return Refusal.of(
                ProblemCode.MALFORMED_REQUEST,
                "The request cannot be understood. Check the address, its encoding and the headers.");
    }

    private static Refusal storeUnavailable() {
        return Refusal.later("The database does not answer right now. Try again in a few seconds.", SOON);
    }

    private static Refusal internalError() {
        return Refusal.of(
                ProblemCode.INTERNAL_ERROR,
                "Something went wrong on our side. Try again, and tell support the request id if it stays.");
    }
}
