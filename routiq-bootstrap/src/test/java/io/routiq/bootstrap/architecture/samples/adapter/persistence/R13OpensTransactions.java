package io.routiq.bootstrap.architecture.samples.adapter.persistence;

final class R13OpensTransactions {

    private R13OpensTransactions() {}

    @Transactional
    static final class OnTheClass {}

    static final class OnAMethod {

        @Transactional
        void store() {}
    }
}
