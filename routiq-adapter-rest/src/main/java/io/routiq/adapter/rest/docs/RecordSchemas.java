package io.routiq.adapter.rest.docs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes our records: what {@code @Nullable} says about a component is what the document says about the member. */
final class RecordSchemas extends ModelResolver {

    private static final String OURS = "io.routiq.adapter.rest.";
    private static final String REFERENCE = "#/components/schemas/";

    RecordSchemas(ObjectMapper mapper) {
        super(mapper, new Names());
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> schema = super.resolve(type, context, next);
        JavaType java = type.getType() == null ? null : _mapper.constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord() && isOurs(java.getRawClass())) {
            String reference = schema.get$ref();
            Schema<?> model = reference == null
                    ? schema
                    : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
            if (model != null && model.getProperties() != null) {
                describe(java.getRawClass(), model);
            }
        }
        return schema;
    }

    private void describe(Class<?> type, Schema<?> model) {
        boolean answer = !type.getName().contains("Request");
        Map<String, Schema<?>> properties = propertiesOf(model);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = wireName(component);
            Schema<?> property = properties.get(name);
            if (property == null) {
                continue;
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean leftOut = component.getAccessor().isAnnotationPresent(JsonInclude.class);
            if (nullable && !leftOut) {
                properties.put(name, nullable(property));
            }
            if (answer
                    && !leftOut
                    && (model.getRequired() == null || !model.getRequired().contains(name))) {
                model.addRequiredItem(name);
            }
        }
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> none = new JsonSchema();
            none.addType("null");
            return new JsonSchema().anyOf(List.of(property, none));
        }
        if (property.getTypes() != null) {
            property.addType("null");
        }
        return property;
    }

    private String wireName(RecordComponent component) {
        return _mapper.getPropertyNamingStrategy().nameForField(null, null, component.getName());
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Schema<?>> propertiesOf(Schema model) {
        return (Map<String, Schema<?>>) model.getProperties();
    }

    /** Records inside of others are named after both, so that two of one name do not meet. */
    private static final class Names extends TypeNameResolver {
        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            Class<?> outer = type.getEnclosingClass();
            String own = super.nameForClass(type, options);
            boolean named = type.isAnnotationPresent(io.swagger.v3.oas.annotations.media.Schema.class);
            return outer == null || named || !outer.isRecord()
                    ? own
                    : outer.getSimpleName().replaceAll("Response$", "") + own;
        }
    }
}
