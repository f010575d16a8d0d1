package io.routiq.bootstrap.architecture.samples.adapter.cliniko.pages;

import java.net.http.HttpClient;

public record PageReader(HttpClient client) {}
