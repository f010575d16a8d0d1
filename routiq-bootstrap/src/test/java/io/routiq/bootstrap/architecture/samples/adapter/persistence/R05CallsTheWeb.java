package io.routiq.bootstrap.architecture.samples.adapter.persistence;

import java.net.http.HttpClient;

record R05CallsTheWeb(HttpClient client) {}
