package io.routiq.bootstrap.architecture.samples.adapter.cliniko.pages;

public final class R06Pages {}
