package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.cliniko.simulator.Choice;
import io.routiq.adapter.cliniko.simulator.Fault;
import io.routiq.adapter.cliniko.simulator.FaultKind;
import io.routiq.adapter.cliniko.simulator.Role;
import io.routiq.adapter.cliniko.simulator.Switch;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.ConnectionCheck;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeCredentials;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinikoCheckIT {

    private final Bench bench = Bench.with(25, 60);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void saysWhatAGoodKeyOpens() {
        assertThat(check(bench.key)).isInstanceOfSatisfying(ConnectionCheck.Reached.class, reached -> {
            assertThat(reached.account())
                    .isEqualTo(new PracticeAccount(Long.toString(bench.clinic.id()), "Harbour Physio", "AU"));
            assertThat(reached.userRole()).isEqualTo("administrator");
            assertThat(reached.timeZone()).isEqualTo("Australia/Sydney");
            assertThat(reached.patients()).isEqualTo(25);
            assertThat(reached.appointments())
                    .isEqualTo(bench.clinic
                            .practice()
                            .records("individual_appointments")
                            .size());
            assertThat(reached.practitioners())
                    .isEqualTo(bench.clinic.practice().records("practitioners").size());
            assertThat(reached.latency()).isPositive().isLessThan(Duration.ofSeconds(10));
            assertThat(reached.isPermitted()).isTrue();
        });
        assertThat(bench.simulator.journal().count()).isEqualTo(5);
    }

    @Test
    void asksOnceWhoseAKeyIs() {
        PracticeCredentials credentials = new PracticeCredentials(bench.key);

        bench.cliniko.account(Bench.ORGANIZATION, credentials);
        bench.cliniko.account(Bench.ORGANIZATION, credentials);

        assertThat(bench.simulator.journal().entries())
                .extracting(entry -> entry.path())
                .containsExactly("/user", "/settings/public", "/settings/public");
    }

    @Test
    void acceptsWhiteSpaceAroundAKey() {
        assertThat(check("\n  " + bench.key + " \r\n")).isInstanceOf(ConnectionCheck.Reached.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "FORBIDDEN_EMPTY", "NOT_FOUND"})
    void saysWhatTheKeysUserMayNotRead(Choice denial) {
        bench.simulator.switches().set(Switch.DENIAL, denial);

        assertThat(check(bench.clinic.issueKey(Role.BOOKKEEPER)))
                .isInstanceOfSatisfying(ConnectionCheck.Reached.class, reached -> {
                    assertThat(reached.appointments()).isNull();
                    assertThat(reached.patients()).isEqualTo(25);
                    assertThat(reached.isPermitted()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"MS0xNOBODYKNOWSTHISKEY-au2", "MS0xNOBODYKNOWSTHISKEY", "short", ""})
    void rejectsKeysThatNobodyIssued(String key) {
        assertThat(check(key)).isEqualTo(new ConnectionCheck.KeyRejected());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "NOT_FOUND"})
    void rejectsAKeyOfAnotherShard(Choice answer) {
        bench.simulator.switches().set(Switch.WRONG_SHARD, answer);

        assertThat(check(bench.key.replace("-au2", "-uk1"))).isEqualTo(new ConnectionCheck.KeyRejected());
    }

    @ParameterizedTest
    @CsvSource({"502, Unreachable", "503, Unreachable", "504, Unreachable", "500, UnexpectedAnswer", "418, KeyRejected"
    })
    void tellsGatewaysFromOddAnswers(int status, String answer) {
        bench.simulator.faults().add(Fault.status(status));

        assertThat(check(bench.key).getClass().getSimpleName()).isEqualTo(answer);
        assertThat(bench.simulator.journal().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "TRUNCATED_JSON", "WRONG_CONTENT_TYPE", "BROKEN_GZIP", "REDIRECT"})
    void doesNotTakeOtherAnswersForClinikos(FaultKind kind) {
        bench.simulator.faults().add(Fault.of(kind));

        assertThat(check(bench.key)).isEqualTo(new ConnectionCheck.UnexpectedAnswer());
    }

    @Test
    void saysWhenNobodyIsThere() {
        bench.simulator.close();

        assertThat(check(bench.key)).isEqualTo(new ConnectionCheck.Unreachable());
    }

    @Test
    void saysWhenThereIsNoAnswerInTime() {
        bench.cliniko = bench.adapter(settings -> settings.withTimes(new ClinikoSettings.Times(
                Duration.ofSeconds(2), Duration.ofMillis(150), Duration.ZERO, Duration.ofMillis(1))));
        bench.simulator.faults().add(Fault.of(FaultKind.HANG).on("/patients"));

        assertThat(check(bench.key)).isEqualTo(new ConnectionCheck.Unreachable());
    }

    @Test
    void saysWhenTheUserHasNoRequestsLeft() {
        bench.clinic.requestsPerMinute(2);

        assertThat(check(bench.key)).isEqualTo(new ConnectionCheck.RateLimited(Bench.NOW.plusSeconds(60)));
    }

    @Test
    void readsTheAccountThatAKeyOpens() {
        assertThat(bench.cliniko.account(Bench.ORGANIZATION, new PracticeCredentials(bench.key)))
                .isEqualTo(new Answer.Given<>(
                        new PracticeAccount(Long.toString(bench.clinic.id()), "Harbour Physio", "AU"), 2));
    }

    private ConnectionCheck check(String key) {
        return bench.cliniko.check(Bench.ORGANIZATION, new PracticeCredentials(key));
    }
}
