package io.routiq.bootstrap;

import io.routiq.adapter.persistence.PersistenceConfiguration;
import io.routiq.adapter.rest.RestConfiguration;
import io.routiq.bootstrap.security.IdentityConfiguration;
import io.routiq.bootstrap.settings.Keysets;
import io.routiq.bootstrap.wiring.Adapters;
import io.routiq.bootstrap.wiring.ConnectionUseCases;
import io.routiq.bootstrap.wiring.Operations;
import io.routiq.bootstrap.wiring.PatientUseCases;
import io.routiq.bootstrap.wiring.SyncUseCases;
import io.routiq.bootstrap.worker.WorkerConfiguration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The service: {@code java -jar routiq.jar}, or {@code java -jar routiq.jar --generate-keyset} for a new keyset. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    Adapters.class,
    SyncUseCases.class,
    PatientUseCases.class,
    ConnectionUseCases.class,
    Operations.class,
    WorkerConfiguration.class,
    IdentityConfiguration.class,
    PersistenceConfiguration.class,
    RestConfiguration.class
})
public class RoutiqApplication {

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--generate-keyset")) {
            System.out.println(Keysets.generate());
        } else {
            SpringApplication.run(RoutiqApplication.class, arguments);
        }
    }
}
