package io.routiq.bootstrap.architecture.samples.simulator;

public final class Simulator {}
