package io.routiq.bootstrap.architecture.samples.adapter.persistence;

public record PersistenceSettings(String url) {}
