package io.routiq.application;

import io.routiq.domain.organization.OrganizationId;
import java.util.function.Supplier;

/** The only door to stored data: work inside one organization's transaction. */
public interface Transactions {

    /**
     * Runs the work in one transaction that sees and changes rows of this organization only. Commits when the work
     * returns, rolls back when it throws; the exception flies on. An inner call for the same organization joins.
     *
     * @throws StorageUnavailable if the store cannot be got at
     * @throws IllegalStateException if called inside a transaction of another organization
     */
    <T> T within(OrganizationId organization, Supplier<T> work);

    /**
     * The same for work whose answer is put together from several questions: all of them see what was stored at one
     * moment, whatever others commit meanwhile. Such work may add rows, e.g. to the audit trail, but must not change any. An
     * inner call joins the outer one and sees what that one sees.
     *
     * @throws IllegalStateException if called inside a transaction of another organization
     */
    <T> T reading(OrganizationId organization, Supplier<T> work);

    /** The same as {@link #within(OrganizationId, Supplier)} for work without a result. */
    default void within(OrganizationId organization, Runnable work) {
        within(organization, () -> {
            work.run();
            return true;
        });
    }
}
