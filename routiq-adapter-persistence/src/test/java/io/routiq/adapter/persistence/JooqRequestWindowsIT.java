package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.REQUEST_WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.routiq.application.Organizations;
import io.routiq.application.practice.KeyFingerprint;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.RequestRate;
import io.routiq.application.practice.RequestWindow;
import io.routiq.application.practice.RequestWindows;
import io.routiq.application.practice.RequestWindowsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JooqRequestWindowsIT extends RequestWindowsContract {

    private static final RequestRate RATE = new RequestRate(200, Duration.ofSeconds(35));

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected RequestWindows windows() {
        return DATABASE.get(RequestWindows.class);
    }

    @Test
    void forgetsIdleKeysWhenANewOneComes() {
        touch("idle");
        touch("used");
        age("idle", 1);

        touch("new");

        assertThat(fingerprints())
                .contains(key("used").hex(), key("new").hex())
                .doesNotContain(key("idle").hex());
    }

    @Test
    void remembersForAMonthWhoseAKeyIs() {
        touch("key");
        windows().share(key("key"), key("user"));
        age("key", 29);
        touch("another");
        assertThat(fingerprints()).contains(key("key").hex());

        age("key", 31);
        touch("yet another");
        assertThat(fingerprints()).doesNotContain(key("key").hex());
    }

    private static void age(String name, int days) {
        DATABASE.asService(
                null,
                sql -> sql.execute("update request_window set touched_at = now() - interval '" + days + " days'"
                        + " where key_fingerprint = '" + key(name).hex() + "'"));
    }

    @Test
    void doesNotHoldAnOrganizationsTransactionUp() {
        DATABASE.transactions()
                .within(
                        Organizations.fresh(),
                        () -> assertThatIllegalStateException().isThrownBy(() -> touch("inside")));
    }

    @Test
    void keepsNothingThatTellsTheKey() {
        touch("made-up-secret");

        DATABASE.asService(
                null,
                sql -> assertThat(sql.selectFrom(REQUEST_WINDOW).fetch().formatCSV())
                        .doesNotContain("made-up"));
    }

    private void touch(String name) {
        windows()
                .change(
                        key(name),
                        known -> RequestWindow.unused(RATE, Instant.EPOCH).take(RATE, Instant.EPOCH));
    }

    private static List<String> fingerprints() {
        List<String> found = new ArrayList<>();
        DATABASE.asService(
                null, sql -> found.addAll(sql.selectFrom(REQUEST_WINDOW).fetch(REQUEST_WINDOW.KEY_FINGERPRINT)));
        return found;
    }

    private static KeyFingerprint key(String name) {
        return KeyFingerprint.of(new PracticeCredentials(name));
    }
}
