package io.routiq.adapter.rest.http;

import io.routiq.adapter.rest.http.Problem.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Which values cannot be accepted and why, in the wire's names. */
final class Violations {

    /** Fields whose values may be personal or secret and are never repeated. */
    private static final Set<String> WITHHELD = Set.of("search", "search_name", "cursor", "api_key");

    private static final int LONGEST_SHOWN = 100;

    private Violations() {}

    static Refusal ofFields(BindException invalid) {
        return Refusal.invalid(invalid.getFieldErrors().stream()
                .map(Violations::violation)
                .sorted(Comparator.comparing(Violation::field))
                .toList());
    }

    static Refusal ofBody(HttpMessageNotReadableException unreadable) {
        Throwable cause = Objects.requireNonNullElse(unreadable.getCause(), unreadable);
        return switch (cause) {
            case InvalidFormatException format -> ofMember(format, format.getTargetType(), format.getValue());
            case MismatchedInputException mismatch -> ofMember(mismatch, mismatch.getTargetType(), null);
            case InputCoercionException tooLarge -> ofMember(tooLarge, tooLarge.getTargetType(), null);
            default -> noObject();
        };
    }

    private static Refusal ofMember(JacksonException failure, @Nullable Class<?> expected, @Nullable Object value) {
        String field = failure.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return field.isEmpty()
                ? noObject()
                : Refusal.invalid(List.of(new Violation(field, expected(expected), shown(field, value))));
    }

    private static Refusal noObject() {
        return Refusal.of(
                ProblemCode.MALFORMED_REQUEST,
                "The body is not a JSON object. Send one, for example {\"name\": \"value\"}.");
    }

    private static Violation violation(FieldError error) {
        String field = wireName(error.getField());
        String message =
                error.isBindingFailure() ? expected(requiredType(error)) : String.valueOf(error.getDefaultMessage());
        return new Violation(field, message, shown(field, error.getRejectedValue()));
    }

    private static @Nullable Class<?> requiredType(FieldError error) {
        return error.contains(TypeMismatchException.class)
                ? error.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == Integer.class || type == int.class) {
            return "must be a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        return type == String.class ? "must be text" : "has the wrong form";
    }

    private static @Nullable Object shown(String field, @Nullable Object value) {
        if (WITHHELD.contains(field)) {
            return null;
        }
        boolean plain = value instanceof Number
                || value instanceof Boolean
                || (value instanceof String text && text.length() <= LONGEST_SHOWN);
        return plain ? value : null;
    }

    private static String wireName(String property) {
        return property.replaceAll("\\[.*?]", "")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
