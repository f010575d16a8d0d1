package io.routiq.adapter.rest.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Parameters of an operation: those that every guarded route has first, then its own by their names on the wire. */
final class Parameters {

    private static final String ALTERNATIVES = "\\w+(\\|\\w+)+";

    private Parameters() {}

    static void describe(Operation operation, HandlerMethod method, boolean guarded) {
        List<Parameter> all = new ArrayList<>();
        if (guarded) {
            RequestMapping mapping = Objects.requireNonNull(
                    AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class));
            if (mapping.path()[0].contains("{organization_id}")) {
                all.add(organization(new PathParameter().name("organization_id")));
            }
            all.add(organization(new HeaderParameter().name("x-organization-id")));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(own -> all.add(asOnTheWire(own)));
        }
        if (guarded && isPost(method)) {
            all.add(idempotencyKey());
        }
        operation.setParameters(all.isEmpty() ? null : all);
    }

    static boolean isPost(HandlerMethod method) {
        return method.hasMethodAnnotation(PostMapping.class);
    }

    private static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name("Idempotency-Key")
                .description(
                        "A text of your choice, new for each new request. Sent again within 24 hours, the same request"
                                + " with the same key gets the first answer again instead of being worked on twice")
                .schema(new StringSchema().minLength(1).maxLength(255))
                .example("4f2a9c1e-8d0b-4a57-9f6e-0c3d2b1a7e58");
    }

    private static Parameter organization(Parameter parameter) {
        return parameter
                .description("The organization; token, header and path have to name the same")
                .required(true)
                .schema(new StringSchema())
                .example("org_123");
    }

    private static Parameter asOnTheWire(Parameter parameter) {
        parameter.setName(
                parameter.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
        tidy(parameter.getSchema());
        return parameter;
    }

    /** A parameter is there or not, never null; a pattern of plain alternatives is a list of values. */
    private static void tidy(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.getTypes() != null) {
            schema.getTypes().remove("null");
        }
        String pattern = schema.getPattern();
        if (pattern != null && pattern.matches(ALTERNATIVES)) {
            schema.setPattern(null);
            setValues(schema, List.of(pattern.split("\\|", -1)));
        } else if (pattern != null) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        tidy(schema.getItems());
    }

    @SuppressWarnings("unchecked")
    private static void setValues(Schema<?> schema, List<String> values) {
        ((Schema<Object>) schema).setEnum(List.copyOf(values));
    }
}
