package io.routiq.bootstrap.architecture.samples.application.sync;

interface R07Calendar {

    default String today() {
        return "";
    }
}
