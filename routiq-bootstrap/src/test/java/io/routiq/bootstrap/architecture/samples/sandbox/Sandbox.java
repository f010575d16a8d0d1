package io.routiq.bootstrap.architecture.samples.sandbox;

public final class Sandbox {}
