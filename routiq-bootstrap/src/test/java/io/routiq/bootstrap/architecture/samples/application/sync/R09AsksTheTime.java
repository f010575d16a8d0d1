package io.routiq.bootstrap.architecture.samples.application.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;

final class R09AsksTheTime {

    private R09AsksTheTime() {}

    static final class Now {

        Instant moment() {
            return Instant.now();
        }
    }

    static final class NowByReference {

        Supplier<OffsetDateTime> moments() {
            return OffsetDateTime::now;
        }
    }

    static final class Milliseconds {

        long moment() {
            return System.currentTimeMillis();
        }
    }

    static final class SystemClock {

        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static final class SystemSource {

        InstantSource clock() {
            return InstantSource.system();
        }
    }

    static final class TickingClock {

        Clock clock() {
            return Clock.tickMinutes(ZoneOffset.UTC);
        }
    }
}
