package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.MutableClock;
import io.routiq.application.Transactions;
import io.routiq.application.audit.InMemoryAuditTrail;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.Samples;
import io.routiq.domain.organization.OrganizationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RestTest
class RevalidationIT {

    private static final OrganizationId ORGANIZATION = new OrganizationId("org_tags");
    private static final String PATIENTS = "/api/v1/patients/org_tags";
    private static final String ACTIVE = PATIENTS + "/active";

    private final int port;
    private final MutableClock clock;
    private final InMemoryAuditTrail audit;
    private final Transactions transactions;
    private final PracticeCopy copy;
    private final Client member;

    /** Twenty patients with a visit to come each. */
    RevalidationIT(
            @LocalServerPort int port,
            @Autowired MutableClock clock,
            @Autowired InMemoryAuditTrail audit,
            @Autowired Transactions transactions,
            @Autowired PracticeCopy copy) {
        this.port = port;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
        this.copy = copy;
        member = Client.member(port, ORGANIZATION.value());
        List<PracticeRecord> records = new ArrayList<>();
        for (int number = 10; number < 30; number++) {
            records.add(Samples.patient("10" + number).record());
            records.add(Samples.appointment(
                            "20" + number, "10" + number, TestApplication.NOW.plus(Duration.ofHours(number)))
                    .record());
        }
        store(records);
    }

    @AfterEach
    void turnTheClockBack() {
        clock.set(TestApplication.NOW);
    }

    private void store(List<PracticeRecord> records) {
        transactions.within(ORGANIZATION, () -> copy.store(ORGANIZATION, records));
    }

    static Stream<String> snapshots() {
        return Stream.of(
                ACTIVE + "?limit=3",
                ACTIVE + "/with-appointments?limit=3",
                ACTIVE + "/summary",
                PATIENTS + "/1010/activity",
                "/api/v1/sync/dashboard/org_tags");
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void sparesTheBodyWhileOnlyTimeGoesBy(String path) {
        Answer first = member.get(path);
        clock.advance(Duration.ofSeconds(1));

        Answer second = member.with("If-None-Match", first.header("ETag")).get(path);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).matches("\"[\\w-]{24}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(vary(first)).contains("accept");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.text()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(second.header("Content-Type")).isEmpty();
    }

    @Test
    void tellsAnewHowSoonTheNextVisitIs() {
        String path = ACTIVE + "/with-appointments?limit=3";
        String tag = member.get(path).header("ETag");
        clock.advance(Duration.ofMinutes(7));

        assertThat(member.with("If-None-Match", tag).get(path).status()).isEqualTo(200);
    }

    @Test
    void keepsRequestIdAndCorsWhereItSparesTheBody() {
        String tag = member.get(ACTIVE).header("ETag");

        Answer answer = member.with("If-None-Match", tag)
                .with("Origin", "http://localhost:3000")
                .with("X-Request-Id", "again-1")
                .get(ACTIVE);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("X-Request-Id")).isEqualTo("again-1");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void leavesATraceEvenWhereItSparesTheBody() {
        String tag = member.get(ACTIVE).header("ETag");

        member.with("If-None-Match", tag).with("X-Request-Id", "again-2").get(ACTIVE);

        assertThat(audit.entries(ORGANIZATION))
                .filteredOn(event -> event.reader().requestId().equals("again-2"))
                .singleElement()
                .satisfies(event -> assertThat(event.patients()).hasSize(20));
    }

    @Test
    void answersInFullWhenSomethingHasChanged() {
        String tag = member.get(ACTIVE).header("ETag");
        store(List.of(Samples.patient("1010").named("Ada", "Anew").version(1).record()));

        Answer changed = member.with("If-None-Match", tag).get(ACTIVE);
        store(List.of(Samples.patient("1010").version(2).record()));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void answersInFullWhenAPriorityHasChanged() {
        String path = ACTIVE + "/with-appointments";
        String tag = member.get(path).header("ETag");
        clock.advance(Duration.ofHours(6));

        assertThat(member.with("If-None-Match", tag).get(path).status()).isEqualTo(200);
    }

    @Test
    void answersInFullWhenTheClientHoldsTheAnswerToSomethingElse() {
        String tag = member.get(ACTIVE + "?limit=3").header("ETag");
        Client knowing = member.with("If-None-Match", tag);

        assertThat(knowing.get(ACTIVE + "?limit=3").status()).isEqualTo(304);
        assertThat(knowing.get(ACTIVE + "?limit=3&days=30").status()).isEqualTo(200);
        assertThat(knowing.get(ACTIVE).status()).isEqualTo(200);
        assertThat(knowing.with("Accept", "application/vnd.routiq.envelope+json")
                        .get(ACTIVE + "?limit=3")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tagsTheEnvelopeToo() {
        Client enveloped = member.with("Accept", "application/vnd.routiq.envelope+json");
        String tag = enveloped.get(ACTIVE).header("ETag");

        assertThat(enveloped.with("If-None-Match", tag).get(ACTIVE).status()).isEqualTo(304);
    }

    @Test
    void tellsOrganizationsWithTheSameDataApart() {
        String ours = Client.member(port, "org_tags_a")
                .get("/api/v1/patients/org_tags_a/active")
                .header("ETag");
        Client others = Client.member(port, "org_tags_b").with("If-None-Match", ours);

        assertThat(others.get("/api/v1/patients/org_tags_b/active").status()).isEqualTo(200);
        assertThat(others.get("/api/v1/patients/org_tags_a/active").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/%s", "\"other\", %s", "\"a,b\",W/\"x\" ,  %s", "\"other\",%s,\"last\""})
    void readsListsWeakTagsAndTheStar(String known) {
        String tag = member.get(ACTIVE).header("ETag");

        assertThat(member.with("If-None-Match", known.formatted(tag))
                        .get(ACTIVE)
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"other\"", "W/\"other\"", "", ",,,", "\"", "none", "W/", "\"*\"", "é"})
    void answersInFullWhereNoTagIsItsOwn(String known) {
        assertThat(member.with("If-None-Match", known).get(ACTIVE).status()).isEqualTo(200);
    }

    @Test
    void refusesBeforeItLooksAtTags() {
        Client knowing = member.with("If-None-Match", "*");

        assertThat(knowing.get(ACTIVE + "?limit=0").status()).isEqualTo(422);
        assertThat(knowing.get(PATIENTS + "/nobody/activity").status()).isEqualTo(404);
        assertThat(knowing.get(ACTIVE + "?limit=0").header("ETag")).isEmpty();
        assertThat(knowing.get(ACTIVE + "?limit=0").header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(knowing.get("/api/v1/auth/verify").status()).isEqualTo(200);
    }

    @Test
    void compressesTaggedAnswersUnderATagOfTheirOwn() {
        Client zipping = member.with("Accept-Encoding", "gzip");
        Answer plain = member.get(ACTIVE);
        Answer zipped = zipping.get(ACTIVE);

        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("ETag")).isNotEmpty().isNotEqualTo(plain.header("ETag"));
        assertThat(vary(zipped)).contains("accept", "accept-encoding");
        assertThat(zipping.with("If-None-Match", zipped.header("ETag"))
                        .get(ACTIVE)
                        .status())
                .isEqualTo(304);
    }

    private static List<String> vary(Answer answer) {
        return answer.response().headers().allValues("Vary").stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
