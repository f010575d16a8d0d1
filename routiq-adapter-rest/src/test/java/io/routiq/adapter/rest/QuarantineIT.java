package io.routiq.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.adapter.rest.Client.Answer;
import io.routiq.application.Transactions;
import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.practice.RejectedRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestTest
class QuarantineIT {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final OrganizationId organization = new OrganizationId("org_quarantine" + MADE.incrementAndGet());
    private final Client member;
    private final Transactions transactions;
    private final InMemoryPracticeCopy copy;

    QuarantineIT(
            @LocalServerPort int port, @Autowired Transactions transactions, @Autowired InMemoryPracticeCopy copy) {
        this.member = Client.member(port, organization.value());
        this.transactions = transactions;
        this.copy = copy;
    }

    @Test
    void isEmptyAtFirst() {
        JsonNode body = list("").body();

        assertThat(body.path("total_count").asInt()).isZero();
        assertThat(body.path("records").isEmpty()).isTrue();
        assertThat(body.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void saysWhichRecordsAndWhy() {
        setAside("77", RejectedRecord.NO_ID);

        JsonNode records = list("").body().path("records");

        assertThat(records.path(0).path("stream").asString()).isEqualTo("patients");
        assertThat(records.path(0).path("record_id").asString()).isEqualTo("77");
        assertThat(records.path(0).path("reason").asString()).isEqualTo("name is missing");
        assertThat(records.path(0).path("attempts").asInt()).isEqualTo(1);
        assertThat(records.path(1).path("record_id").isNull()).isTrue();
    }

    @Test
    void pagesThroughAll() {
        setAside("71", "72", "73");

        JsonNode first = list("?limit=2").body();
        JsonNode second =
                list("?limit=2&cursor=" + first.path("next_cursor").asString()).body();

        assertThat(first.path("total_count").asInt()).isEqualTo(3);
        assertThat(first.path("records").size()).isEqualTo(2);
        assertThat(second.path("records").path(0).path("record_id").asString()).isEqualTo("73");
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void refusesWhatIsNoPage() {
        assertThat(list("?cursor=made-up").code()).isEqualTo("invalid_cursor");
        assertThat(list("?limit=0").code()).isEqualTo("validation_failed");
    }

    private Answer list(String query) {
        return member.get("/api/v1/sync/quarantine/" + organization + query);
    }

    private void setAside(String... ids) {
        List<RejectedRecord> rejected = List.of(ids).stream()
                .map(id -> new RejectedRecord(id, "name is missing"))
                .toList();
        transactions.within(
                organization,
                () -> copy.quarantine().setAside(organization, SyncStream.PATIENTS, rejected, TestApplication.NOW));
    }
}
