package io.routiq.bootstrap.architecture.samples.adapter.rest;

public final class R06PatientController {}
