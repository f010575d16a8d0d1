package io.routiq.bootstrap.architecture.samples.adapter.cliniko.records;

import io.routiq.bootstrap.architecture.samples.adapter.cliniko.pages.R14Page;

public record R14Entry(R14Page page) {}
