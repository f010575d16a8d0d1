package io.routiq.bootstrap.architecture.samples.bootstrap;

import io.routiq.bootstrap.architecture.samples.adapter.rest.RestConfiguration;
import java.time.Clock;

public final class Start {

    public RestConfiguration rest() {
        return new RestConfiguration();
    }

    public Clock clock() {
        return Clock.systemUTC();
    }
}
