package io.routiq.bootstrap.architecture.samples.adapter.cliniko.pages;

import io.routiq.bootstrap.architecture.samples.adapter.cliniko.records.R14Entry;
import java.util.List;

public record R14Page(List<R14Entry> entries) {}
