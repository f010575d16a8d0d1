package io.routiq.adapter.persistence;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import io.routiq.application.StorageUnavailable;
import io.routiq.application.Transactions;
import io.routiq.domain.organization.OrganizationId;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that tell PostgreSQL for whom they are, so that its row-level security lets nothing else through. Other
 * parts of this package get to the database through {@link #sql} alone.
 */
final class JooqTransactions implements Transactions {

    /** Has to come before any question. Spring's own way to say so would ask the database three times. */
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read";

    private final TransactionTemplate template;
    private final DSLContext sql;

    JooqTransactions(PlatformTransactionManager manager, DSLContext sql) {
        this.template = new TransactionTemplate(manager);
        this.sql = sql;
    }

    @Override
    public <T> T within(OrganizationId organization, Supplier<T> work) {
        return joinOrBegin(organization, () -> {}, work);
    }

    @Override
    public <T> T reading(OrganizationId organization, Supplier<T> work) {
        return joinOrBegin(organization, () -> sql.execute(ONE_MOMENT), work);
    }

    private <T> T joinOrBegin(OrganizationId organization, Runnable first, Supplier<T> work) {
        Object current = TransactionSynchronizationManager.getResource(this);
        if (current == null) {
            return begin(organization, first, work);
        }
        if (!current.equals(organization)) {
            throw new IllegalStateException("Inside a transaction of another organization");
        }
        return work.get();
    }

    /**
     * Statements in the current transaction.
     *
     * @throws IllegalStateException if the caller is not inside a transaction of this organization
     */
    DSLContext sql(OrganizationId organization) {
        if (!organization.equals(TransactionSynchronizationManager.getResource(this))) {
            throw new IllegalStateException("Not inside a transaction of " + organization);
        }
        return sql;
    }

    /** A transaction that is for no organization, and so sees none of their rows: for tables that are nobody's. */
    <T> T ofNobody(Function<DSLContext, T> work) {
        requireNone();
        return execute(() -> work.apply(sql));
    }

    private <T> T begin(OrganizationId organization, Runnable first, Supplier<T> work) {
        requireNone();
        return execute(() -> {
            first.run();
            mark(organization);
            TransactionSynchronizationManager.bindResource(this, organization);
            try {
                return work.get();
            } finally {
                TransactionSynchronizationManager.unbindResource(this);
            }
        });
    }

    /** Statements and data that the database refuses are our mistakes; everything else may work in a moment. */
    private <T> T execute(Supplier<T> work) {
        try {
            return template.execute(status -> work.get());
        } catch (TransactionException unavailable) {
            throw new StorageUnavailable(unavailable);
        } catch (DataAccessException trouble) {
            boolean defect = trouble instanceof NonTransientDataAccessException
                    && !(trouble instanceof NonTransientDataAccessResourceException);
            throw defect ? trouble : new StorageUnavailable(trouble);
        }
    }

    /** What somebody else has begun would stay marked as one organization's after us, and be held up by us. */
    private static void requireNone() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Inside a transaction that was begun for something else");
        }
    }

    private void mark(OrganizationId organization) {
        sql.select(function(
                        "set_config",
                        SQLDataType.CLOB,
                        inline("routiq.organization_id"),
                        val(organization.value()),
                        inline(true)))
                .fetch();
    }
}
