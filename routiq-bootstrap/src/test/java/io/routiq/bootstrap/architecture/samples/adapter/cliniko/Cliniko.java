package io.routiq.bootstrap.architecture.samples.adapter.cliniko;

import io.routiq.bootstrap.architecture.samples.adapter.cliniko.pages.PageReader;
import java.net.http.HttpClient;

public final class Cliniko {

    private final PageReader reader = new PageReader(HttpClient.newHttpClient());

    PageReader reader() {
        return reader;
    }
}
