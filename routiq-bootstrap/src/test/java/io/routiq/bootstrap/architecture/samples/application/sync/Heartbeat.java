package io.routiq.bootstrap.architecture.samples.application.sync;

import java.util.concurrent.Callable;

final class Heartbeat implements Callable<String> {

    @Override
    public String call() {
        return "";
    }
}
