package io.routiq.adapter.cliniko;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.Fault;
import io.routiq.adapter.cliniko.simulator.FaultKind;
import io.routiq.adapter.cliniko.simulator.RequestMatch;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncFailure.Cause;
import io.routiq.domain.sync.SyncStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClinikoRefusalsIT {

    private static final Selection ALL = new Selection.Everything();
    private static final StreamRead PATIENTS = StreamRead.first(SyncStream.PATIENTS, ALL);

    private final Bench bench = Bench.with(130, 200);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void believesARevokedKeyOnlyAfterAskingForItsUser() {
        bench.clinic.revokeKey(bench.key);

        assertThat(failure().cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
        assertThat(bench.simulator.journal().entries())
                .extracting(entry -> entry.path())
                .containsExactly("/patients", "/user");
    }

    @Test
    void getsOverABurstOf401() {
        bench.simulator.faults().add(Fault.status(401).on("/patients").times(2));

        assertThat(bench.read(PATIENTS).records()).hasSize(130);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "NOT_FOUND"})
    void noticesThatTheAccountMovedToAnotherShard(Choice answer) {
        bench.simulator.switches().set(Switch.WRONG_SHARD, answer);
        bench.clinic.moveTo("au4");

        assertThat(failure().cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "FORBIDDEN_EMPTY", "NOT_FOUND"})
    void namesTheStreamThatMayNotBeRead(Choice denial) {
        bench.simulator.switches().set(Switch.DENIAL, denial);
        bench.clinic.deny("individual_appointments");

        var failure = catchThrowableOfType(
                        PracticeSystemException.class, () -> bench.read(SyncStream.APPOINTMENTS, ALL))
                .failure();

        assertThat(failure).isEqualTo(new SyncFailure(Cause.PERMISSION_DENIED, "appointments"));
    }

    @Test
    void endsSoonAfterAnInterrupt() {
        bench.simulator.faults().add(Fault.of(FaultKind.HANG).pausing(Duration.ofSeconds(9)));
        Thread reader = Thread.currentThread();
        bench.simulator.script().before(1, RequestMatch.any(), reader::interrupt);

        assertThat(failure().cause()).isEqualTo(Cause.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void endsSoonAfterAnInterruptBetweenTwoAttempts() {
        bench.cliniko = bench.adapter(settings -> settings.withTimes(new ClinikoSettings.Times(
                Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(5))));
        bench.simulator.faults().add(Fault.status(503));
        Thread reader = Thread.currentThread();
        bench.simulator
                .script()
                .after(
                        1,
                        RequestMatch.any(),
                        () -> Thread.startVirtualThread(() -> {
                            while (reader.getState() != Thread.State.TIMED_WAITING
                                    || Arrays.stream(reader.getStackTrace())
                                            .noneMatch(frame ->
                                                    frame.getClassName().contains("resilience4j.retry"))) {
                                Thread.onSpinWait();
                            }
                            reader.interrupt();
                        }));

        assertThat(failure().cause()).isEqualTo(Cause.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HANG", "DRIP", "STATUS"})
    void keepsTheKeyOutOfEverythingItSays(FaultKind kind) {
        bench.simulator.faults().add(Fault.of(kind));

        var said = new StringWriter();
        var logged = new ByteArrayOutputStream();
        Logger root = Logger.getLogger("");
        var log = new StreamHandler(logged, new SimpleFormatter());
        root.addHandler(log);
        try {
            said.append(bench.cliniko
                    .read(Bench.ORGANIZATION, bench.access(), PATIENTS)
                    .toString());
        } catch (PracticeSystemException failure) {
            failure.printStackTrace(new PrintWriter(said));
            said.append(failure.failure().message());
        } finally {
            log.flush();
            root.removeHandler(log);
            said.append(logged.toString(UTF_8));
        }

        assertThat(said.toString())
                .doesNotContain(bench.key, bench.key.substring(0, 20))
                .doesNotContain("localhost");
    }

    private SyncFailure failure() {
        return catchThrowableOfType(
                        PracticeSystemException.class,
                        () -> bench.cliniko.read(Bench.ORGANIZATION, bench.access(), PATIENTS))
                .failure();
    }
}
