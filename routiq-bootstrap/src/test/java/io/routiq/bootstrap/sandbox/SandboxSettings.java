package io.routiq.bootstrap.sandbox;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What can be set on the command line, as {@code --sandbox.patients=5000} and so on.
 *
 * @param patients of {@code org_demo}
 * @param appointments of {@code org_demo}, places in classes included
 * @param requestsPerMinute that the simulated Cliniko allows each key
 * @param latencyMs that each of its answers takes
 * @param seed gives the same people and visits each time
 * @param once true to do the main job and exit, with a code that tells how it went
 * @param autoSync false to leave the practices unsynchronised
 * @param keepData true to go on with the database of the last start
 * @param port of the application
 * @param identityPort of the identity provider
 * @param simulatorPort of the simulated Cliniko
 */
record SandboxSettings(
        @DefaultValue("650") int patients,
        @DefaultValue("3000") int appointments,
        @DefaultValue("200") int requestsPerMinute,
        @DefaultValue("80") int latencyMs,
        @DefaultValue("42") long seed,
        @DefaultValue("false") boolean once,
        @DefaultValue("true") boolean autoSync,
        @DefaultValue("false") boolean keepData,
        @DefaultValue("8000") int port,
        @DefaultValue("8002") int identityPort,
        @DefaultValue("8003") int simulatorPort) {

    static SandboxSettings of(String[] arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return new Binder(ConfigurationPropertySources.get(environment)).bindOrCreate("sandbox", SandboxSettings.class);
    }

    Clinic.Size size() {
        return new Clinic.Size(patients, appointments, seed);
    }
}
