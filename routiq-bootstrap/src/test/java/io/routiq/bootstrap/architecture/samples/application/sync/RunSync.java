package io.routiq.bootstrap.architecture.samples.application.sync;

import io.routiq.bootstrap.architecture.samples.domain.organization.OrganizationId;
import java.time.Duration;
import java.util.concurrent.Callable;

public final class RunSync {

    public Duration run(OrganizationId organization) {
        long start = System.nanoTime();
        Callable<String> work = () -> {
            throw new Unreachable(organization.value());
        };
        return Duration.ofNanos(System.nanoTime() - start + work.hashCode());
    }
}
