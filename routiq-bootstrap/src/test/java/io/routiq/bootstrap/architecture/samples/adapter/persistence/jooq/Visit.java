package io.routiq.bootstrap.architecture.samples.adapter.persistence.jooq;

public final class Visit {}
