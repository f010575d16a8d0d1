package io.routiq.adapter.rest.http;

import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;

/** Puts the parts into Spring MVC, Jackson and Tomcat. The latter two must not need the former: hence the static methods. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final Guard guard;
    private final RateLimit rateLimit;
    private final Idempotency idempotency;

    WebConfiguration(Guard guard, RateLimit rateLimit, Idempotency idempotency) {
        this.guard = guard;
        this.rateLimit = rateLimit;
        this.idempotency = idempotency;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
        registry.addInterceptor(rateLimit);
        registry.addInterceptor(idempotency);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(guard);
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new Negotiation()));
    }

    /** Strict about types: a value that would have to be bent to fit is refused, not bent. */
    @Bean
    static JsonMapperBuilderCustomizer wireFormat() {
        return builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheContainer(
            Problems problems, CorsFilter cors) {
        return factory -> {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemValve(problems, cors)));
            factory.addConnectorCustomizers(
                    WebConfiguration::leaveEncodedSigns, WebConfiguration::takeWhatBrowsersSend);
        };
    }

    /** Browsers leave these as they are in what is asked for, and a search for them is no broken request. */
    private static void takeWhatBrowsersSend(Connector connector) {
        connector.setProperty("relaxedQueryChars", "[]{}|^`\\");
    }

    /** Encoded slashes are decoded with the rest of the name that they belong to, once the address is divided. */
    private static void leaveEncodedSigns(Connector connector) {
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> compressionOfTaggedAnswers() {
        return factory -> factory.setProtocol(TaggedCompression.class.getName());
    }
}
