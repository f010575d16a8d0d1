package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.WATERMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.routiq.application.Organizations;
import io.routiq.application.StorageUnavailable;
import io.routiq.application.Transactions;
import io.routiq.application.TransactionsContract;
import io.routiq.application.practice.Watermarks;
import io.routiq.domain.organization.OrganizationId;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JooqTransactionsIT extends TransactionsContract {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    private final OrganizationId organization = Organizations.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.get(Transactions.class);
    }

    @Override
    protected Watermarks watermarks() {
        return DATABASE.get(Watermarks.class);
    }

    @Test
    void refusesPortsOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> watermarks().all(organization))
                .withMessageContaining("Not inside a transaction");
    }

    @Test
    void refusesPortsForAnotherOrganization() {
        OrganizationId other = Organizations.fresh();

        transactions()
                .within(
                        organization,
                        () -> assertThatIllegalStateException()
                                .isThrownBy(() -> watermarks().all(other)));
    }

    @Test
    void tellsAnAbsentDatabaseFromAMistake() {
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> transactions()
                        .within(
                                organization,
                                () -> DATABASE.sql(organization)
                                        .fetch("select pg_terminate_backend(pg_backend_pid())")));
        assertThatExceptionOfType(BadSqlGrammarException.class)
                .isThrownBy(() -> transactions()
                        .within(organization, () -> DATABASE.sql(organization).fetch("select from nowhere at all")));
    }

    @Test
    void refusesATransactionThatSomebodyElseBegan() {
        TransactionTemplate foreign = new TransactionTemplate(DATABASE.get(PlatformTransactionManager.class));

        foreign.executeWithoutResult(status -> assertThatIllegalStateException()
                .isThrownBy(() -> transactions().within(organization, () -> {}))
                .withMessageContaining("begun for something else"));
    }

    @Test
    void leavesNoMarkOnThePooledConnection() {
        transactions().within(organization, () -> {});

        DATABASE.asService(
                null,
                sql -> assertThat(sql.fetchValue("select current_setting('routiq.organization_id', true)"))
                        .isIn("", null));
    }

    @Test
    void worksInUtcWithLimitsWhateverTheServerSays() {
        DATABASE.asService(null, sql -> {
            assertThat(sql.fetchValue("show timezone")).isEqualTo("UTC");
            assertThat(sql.fetchValue("show statement_timeout")).isEqualTo("30s");
            assertThat(sql.fetchValue("show idle_in_transaction_session_timeout"))
                    .isEqualTo("10s");
        });
    }

    @Test
    void saysWhatFailedInSpringsWordsWithoutValues() {
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> transactions().within(organization, () -> {
                    addPrivateWatermark();
                    addPrivateWatermark();
                }))
                .satisfies(failure -> assertThat(failure).message().doesNotContain("private"))
                .satisfies(failure -> assertThat(failure.getMostSpecificCause())
                        .message()
                        .contains("watermark_key")
                        .doesNotContain("private"));
    }

    private void addPrivateWatermark() {
        DSLContext sql = DATABASE.sql(organization);
        sql.insertInto(WATERMARK)
                .set(WATERMARK.ORGANIZATION_ID, organization.value())
                .set(WATERMARK.STREAM, "private")
                .set(WATERMARK.AS_OF, Instant.EPOCH)
                .execute();
    }
}
