package io.routiq.bootstrap.architecture.samples.bootstrap;

import io.routiq.bootstrap.architecture.samples.sandbox.Sandbox;
import io.routiq.bootstrap.architecture.samples.simulator.Simulator;
import io.routiq.bootstrap.architecture.samples.tests.FakePatients;

final class R15TriesThings {

    private R15TriesThings() {}

    record InTheSandbox(Sandbox sandbox) {}

    record OnTheSimulator(Simulator simulator) {}

    record WithATest(FakePatients patients) {}
}
