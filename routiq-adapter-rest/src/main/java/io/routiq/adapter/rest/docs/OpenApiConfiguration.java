package io.routiq.adapter.rest.docs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.routiq.adapter.rest.RestSettings;
import io.routiq.adapter.rest.http.Caller;
import io.routiq.adapter.rest.http.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says about the whole, and how it is made. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String BEARER = "clerk_session_token";

    @Bean
    OpenAPI openApi(RestSettings settings) {
        return new OpenAPI()
                .info(new Info()
                        .title("Routiq Healthcare API")
                        .version(settings.version())
                        .description("An exact copy of a healthcare practice's patients and appointments, and who is"
                                + " active.\n\nEvery business route needs a Clerk session token and the header"
                                + " `x-organization-id`. Success bodies are flat; ask for"
                                + " `application/vnd.routiq.envelope+json` to get `{success, data, timestamp}`."
                                + " Errors are `application/problem+json`; compare their `code`, show their"
                                + " `detail`."))
                .servers(List.of(new Server().url("/").description("Where this document comes from")))
                .tags(List.of(
                        tag("System Status", "Whether the service works"),
                        tag("Authentication", "Whether a token works"),
                        tag("Patient Management", "Who is active"),
                        tag("Sync Management", "Bringing the practice's data in"),
                        tag("Real-time Sync Status", "Watching a synchronisation"),
                        tag("Cliniko Integration", "Connecting a practice"),
                        tag("Admin Endpoints", "Running the platform")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("The session token that Clerk gives a signed-in user")));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    /** springdoc reads records by the older Jackson, which has to be told our wire format again. */
    @Bean
    RecordSchemas recordSchemas(ObjectMapperProvider mappers) {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        return new RecordSchemas(
                mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    /** Puts in the schemas that operations refer to but no method returns, and the paths in order. */
    @Bean
    GlobalOpenApiCustomizer wholeDocument() {
        return document -> {
            Stream.of(Success.class, Problem.class)
                    .forEach(type -> ModelConverters.getInstance(true)
                            .readAll(type)
                            .forEach(document.getComponents()::addSchemas));
            document.setPaths(sorted(document.getPaths()));
        };
    }

    private static Paths sorted(Paths paths) {
        Paths sorted = new Paths();
        new TreeMap<>(paths).forEach(sorted::addPathItem);
        return sorted;
    }

    /** What every flat success body has beside its payload. */
    record Success(boolean success, Instant timestamp) {}
}
