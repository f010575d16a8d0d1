package io.routiq.application;

import io.routiq.domain.organization.OrganizationId;
import java.util.function.Supplier;

/** The only door to stored data: work inside one organization's transaction. */
public interface Transactions {

    /**
     * Runs the work in one transaction that sees and changes rows of this organization only. Commits when the work
     * returns, rolls back when it throws; the exception flies on. An inner call for the same organization joins.
     *
     * @throws IllegalStateException if called inside a transaction of another organization
     */
    <T> T within(OrganizationId organization, Supplier<T> work);

    /** The same for work without a result. */
    default void within(OrganizationId organization, Runnable work) {
        within(organization, () -> {
            work.run();
            return true;
        });
    }
}
