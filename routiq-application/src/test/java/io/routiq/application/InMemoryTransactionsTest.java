package io.routiq.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.routiq.application.practice.InMemoryWatermarks;
import io.routiq.application.practice.Watermarks;
import io.routiq.domain.organization.OrganizationId;
import org.junit.jupiter.api.Test;

class InMemoryTransactionsTest extends TransactionsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Watermarks watermarks = new InMemoryWatermarks(transactions);
    private final OrganizationId organization = Organizations.fresh();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Watermarks watermarks() {
        return watermarks;
    }

    @Test
    void refusesPortsOutsideOfTransactions() {
        assertThatIllegalStateException().isThrownBy(() -> watermarks.all(organization));
    }

    @Test
    void refusesPortsInATransactionOfAnotherOrganization() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.within(Organizations.fresh(), () -> watermarks.all(organization)));
    }

    @Test
    void tellsInsideFromOutside() {
        transactions.requireOutside();

        transactions.within(organization, () -> {
            transactions.requireInside(organization);
            assertThatIllegalStateException().isThrownBy(transactions::requireOutside);
        });
        assertThat(transactions.within(organization, () -> "free again")).isEqualTo("free again");
    }
}
