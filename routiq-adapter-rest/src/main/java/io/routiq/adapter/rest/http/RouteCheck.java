package io.routiq.adapter.rest.http;

import io.routiq.adapter.rest.http.Access.To;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Lets the application start only if every route says who may call it, and the door agrees. */
@Component
final class RouteCheck implements SmartInitializingSingleton {

    private final List<RequestMappingHandlerMapping> mappings;
    private final List<PathPattern> open = SecurityConfiguration.OPEN.stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    RouteCheck(List<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach(this::check));
    }

    private void check(RequestMappingInfo route, HandlerMethod method) {
        Access access = method.getMethodAnnotation(Access.class);
        if (access == null) {
            throw new IllegalStateException(
                    route + " declares no access: annotate " + method.getShortLogMessage() + " with @Access");
        }
        boolean behindTheDoor = route.getPatternValues().stream()
                .map(PathContainer::parsePath)
                .noneMatch(path -> open.stream().anyMatch(pattern -> pattern.matches(path)));
        if (behindTheDoor == (access.value() == To.ANYBODY)) {
            throw new IllegalStateException(route + " is for " + access.value() + ", but its address is not");
        }
    }
}
