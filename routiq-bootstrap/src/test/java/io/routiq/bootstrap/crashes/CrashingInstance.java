package io.routiq.bootstrap.crashes;

import io.routiq.bootstrap.RoutiqApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The production application, with a place where it ends as if it were killed. */
final class CrashingInstance {

    private CrashingInstance() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(RoutiqApplication.class, CrashPoint.class)
                .profiles("sandbox")
                .run(arguments);
    }
}
