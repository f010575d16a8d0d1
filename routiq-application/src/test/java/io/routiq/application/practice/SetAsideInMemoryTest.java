package io.routiq.application.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.Organizations;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetAsideInMemoryTest {

    private final OrganizationId organization = Organizations.fresh();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryPracticeCopy copy =
            new InMemoryPracticeCopy(transactions, new InMemoryWatermarks(transactions));

    @Test
    void forgetsARejectedRecordOnceItIsStored() {
        RejectedRecord wrong = new RejectedRecord("1001", "created_at");

        transactions.within(organization, () -> {
            copy.setAside(organization, SyncStream.PATIENTS, List.of(wrong, wrong), Samples.CREATED);
            copy.setAside(organization, SyncStream.APPOINTMENTS, List.of(wrong), Samples.CREATED);
            copy.store(organization, List.of(Samples.patient("1001").record()));

            assertThat(copy.setAside(organization, SyncStream.PATIENTS)).isEmpty();
            assertThat(copy.setAside(organization, SyncStream.APPOINTMENTS)).containsExactly(wrong);
        });
    }
}
