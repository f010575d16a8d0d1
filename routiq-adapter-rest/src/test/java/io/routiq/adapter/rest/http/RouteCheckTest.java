package io.routiq.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RouteCheckTest {

    static final class Routes {
        void forgotten() {}

        @Access(Access.To.MEMBERS)
        void forMembers() {}

        @Access(Access.To.ANYBODY)
        void forAnybody() {}
    }

    @ParameterizedTest
    @CsvSource({"forMembers,/api/v1/things", "forAnybody,/health", "forAnybody,/docs/more"})
    void letsDeclaredRoutesStart(String method, String path) {
        assertThatCode(() -> check(method, path)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/things", "/health"})
    void stopsARouteWithoutAccess(String path) {
        assertThatIllegalStateException()
                .isThrownBy(() -> check("forgotten", path))
                .withMessageContaining("declares no access");
    }

    @ParameterizedTest
    @CsvSource({"forMembers,/health", "forAnybody,/api/v1/things"})
    void stopsARouteThatContradictsItsAddress(String method, String path) {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(method, path))
                .withMessageContaining("its address is not");
    }

    private static void check(String method, String path) throws NoSuchMethodException {
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        RequestMappingInfo.BuilderConfiguration options = new RequestMappingInfo.BuilderConfiguration();
        mapping.registerMapping(
                RequestMappingInfo.paths(path).options(options).build(),
                new Routes(),
                Routes.class.getDeclaredMethod(method));
        new RouteCheck(List.of(mapping)).afterSingletonsInstantiated();
    }
}
