package io.routiq.adapter.rest.http;

import io.routiq.adapter.rest.RestSettings;
import io.routiq.adapter.rest.http.Access.To;
import io.routiq.domain.organization.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before every route: header, organization, role, in this order, and whether the answer can be had in a form that
 * the client reads; the token was checked before. The only class that makes an {@link OrganizationId} of a request.
 */
@Component
final class Guard implements HandlerInterceptor, HandlerMethodArgumentResolver {

    static final String ORGANIZATION_HEADER = "x-organization-id";
    static final String ORGANIZATION_VARIABLE = "organization_id";
    private static final String CALLER = Caller.class.getName();
    private static final int LONGEST_SHOWN = 64;

    private final Negotiation negotiation = new Negotiation();
    private final RestSettings.Administrators administrators;

    Guard(RestSettings settings) {
        administrators = settings.administrators();
    }

    /** Who calls, or null on an open route. */
    static @Nullable Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(CALLER);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        Access access = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Access.class) : null;
        if (access == null) {
            // A shipped file, or Spring's own answer to OPTIONS; RouteCheck vouches that it is no route of ours.
            return true;
        }
        if (access.value() != To.ANYBODY) {
            request.setAttribute(CALLER, admit(request, access.value()));
        }
        if (access.events()) {
            negotiation.requireEvents(new ServletWebRequest(request));
        } else {
            negotiation.resolveMediaTypes(new ServletWebRequest(request));
        }
        return true;
    }

    private Caller admit(HttpServletRequest request, To allowed) {
        if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken authentication)) {
            throw new IllegalStateException("A guarded route was reached without a token");
        }
        Jwt token = authentication.getToken();
        ClerkClaims claims = ClerkClaims.of(token);
        boolean platformAdmin = administrators.include(authentication.getName(), token.getClaims());
        Caller caller = new Caller(
                authentication.getName(),
                organization(request, claims, platformAdmin ? allowed : To.MEMBERS),
                claims.role(),
                claims.permissions(),
                token.getExpiresAt(),
                RequestFrame.requestId(request),
                platformAdmin);
        if (!caller.mayCall(allowed)) {
            throw Refusal.of(
                    ProblemCode.PERMISSION_DENIED,
                    allowed == To.PLATFORM_ADMINS
                            ? "Only administrators of the platform may do this. Ask whoever runs this installation."
                            : "Only administrators of the organization may do this. Ask one of them, or to become one.");
        }
        return caller;
    }

    /** Platform administrators may name another organization than their token's, or have none, on the routes for them. */
    private static OrganizationId organization(HttpServletRequest request, ClerkClaims claims, To allowed) {
        List<String> named = named(request);
        boolean anyOther = allowed == To.ORGANIZATION_OR_PLATFORM_ADMINS;
        boolean anyIfNone = allowed == To.PLATFORM_ADMINS && claims.organization() == null;
        String active = anyOther || anyIfNone ? named.getFirst() : claims.organization();
        String other =
                named.stream().filter(name -> !name.equals(active)).findFirst().orElse(null);
        if (active == null || other != null) {
            throw denied(Objects.requireNonNullElse(other, ""));
        }
        try {
            return new OrganizationId(active);
        } catch (IllegalArgumentException odd) {
            throw denied(active);
        }
    }

    /** Every organization that the request names; there is one at least. */
    private static List<String> named(HttpServletRequest request) {
        List<String> named = new ArrayList<>();
        for (String value : Collections.list(request.getHeaders(ORGANIZATION_HEADER))) {
            if (!value.isBlank()) {
                named.add(value.strip());
            }
        }
        if (named.isEmpty()) {
            throw Refusal.of(
                    ProblemCode.MISSING_HEADER,
                    "The header x-organization-id is missing. Send the id of the organization whose data you want.");
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(ORGANIZATION_VARIABLE) instanceof String inPath) {
            named.add(inPath);
        }
        return named;
    }

    /** The same whether the organization exists or not. */
    private static Refusal denied(String organization) {
        String shown = organization
                .substring(0, Math.min(organization.length(), LONGEST_SHOWN))
                .replaceAll("[^A-Za-z0-9_-]", "?");
        return Refusal.of(
                ProblemCode.ORGANIZATION_ACCESS_DENIED, "Organization '" + shown + "' does not exist or access denied");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object caller = request.getAttribute(CALLER, RequestAttributes.SCOPE_REQUEST);
        return Objects.requireNonNull(caller, "An open route has no caller");
    }
}
