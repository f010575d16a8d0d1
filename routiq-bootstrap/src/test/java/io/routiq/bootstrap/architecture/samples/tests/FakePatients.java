package io.routiq.bootstrap.architecture.samples.tests;

public final class FakePatients {}
