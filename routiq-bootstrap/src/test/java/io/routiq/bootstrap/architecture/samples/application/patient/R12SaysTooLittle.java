package io.routiq.bootstrap.architecture.samples.application.patient;

import java.util.Optional;

final class R12SaysTooLittle {

    private R12SaysTooLittle() {}

    static final class Throws {

        int positive(int number) {
            if (number < 0) {
                throw new RuntimeException("no");
            }
            return number;
        }
    }

    static final class ThrowsByReference {

        <T> T orRefuse(Optional<T> value) throws Throwable {
            return value.orElseThrow(Throwable::new);
        }
    }

    static final class Declares {

        void close(AutoCloseable resource) throws Exception {
            resource.close();
        }
    }

    static final class DeclaresAtConstruction {

        DeclaresAtConstruction(AutoCloseable resource) throws Exception {
            resource.close();
        }
    }
}
