package io.routiq.bootstrap.architecture.samples.application.patient;

public interface HealthProbe {

    String name();
}
