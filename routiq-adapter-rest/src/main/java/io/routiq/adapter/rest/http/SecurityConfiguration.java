package io.routiq.adapter.rest.http;

import io.routiq.adapter.rest.RestSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/** Who gets past the door: everything needs a valid token, save the short list of open addresses. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Addresses that anybody may call. */
    static final List<String> OPEN =
            List.of("/", "/health", "/openapi.json", "/docs", "/docs/**", "/redoc", "/redoc/**", "/error");

    private static final RequestMatcher IS_OPEN = new OrRequestMatcher(OPEN.stream()
            .map(PathPatternRequestMatcher::pathPattern)
            .map(RequestMatcher.class::cast)
            .toList());

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, Problems problems) {
        AuthenticationEntryPoint unauthenticated = problems::write;
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(IS_OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthenticated)
                        .bearerTokenResolver(tokens())
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(SecurityConfiguration::authenticate)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthenticated))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(Problems problems) {
        return problems::write;
    }

    /** A sign that is encoded is part of a name, as in {@code Physio%2FLong}, and divides no address. */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                if (request.getRequestURI().contains("//")) {
                    throw new RequestRejectedException("Two slashes with nothing between them");
                }
                return super.getFirewalledRequest(request);
            }
        };
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowBackSlash(true);
        return firewall;
    }

    /** Runs before security, so that preflights need no token and every error carries the headers. */
    @Bean
    @FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 1)
    CorsFilter corsFilter(RestSettings settings, Problems problems) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(settings.corsOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "DELETE", "OPTIONS"));
        cors.setAllowedHeaders(List.of(
                "authorization",
                "content-type",
                "x-organization-id",
                "if-match",
                "if-none-match",
                "idempotency-key",
                "last-event-id"));
        cors.setExposedHeaders(
                List.of("Retry-After", "ETag", "Location", "X-Request-Id", "RateLimit", "RateLimit-Policy"));
        cors.setAllowCredentials(false);
        cors.setMaxAge(3600L);
        CorsFilter filter = new CorsFilter(request -> cors);
        filter.setCorsProcessor(new ProblemCorsProcessor(problems));
        return filter;
    }

    /** An open address answers whatever token comes along. */
    private static BearerTokenResolver tokens() {
        DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
        return (HttpServletRequest request) -> IS_OPEN.matches(request) ? null : resolver.resolve(request);
    }

    private static JwtAuthenticationToken authenticate(Jwt token) {
        if (token.getClaims().get("sub") instanceof String user && !user.isBlank()) {
            return new JwtAuthenticationToken(token, List.of(), user);
        }
        throw new InvalidBearerTokenException("The token names no user");
    }
}
