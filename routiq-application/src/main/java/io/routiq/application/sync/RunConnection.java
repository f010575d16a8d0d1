package io.routiq.application.sync;

import io.routiq.application.Sealer;
import io.routiq.application.Transactions;
import io.routiq.application.connection.Connection;
import io.routiq.application.connection.Connections;
import io.routiq.application.practice.Answer;
import io.routiq.application.practice.PracticeAccess;
import io.routiq.application.practice.PracticeAccount;
import io.routiq.application.practice.PracticeCredentials;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import io.routiq.domain.sync.SyncFailure.Cause;
import io.routiq.domain.sync.SyncStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** The connection that a run reads with, which people may change or remove meanwhile. */
final class RunConnection {

    private final Transactions transactions;
    private final Connections connections;
    private final InstantSource clock;
    private final HeldRun held;
    private final OrganizationId organization;
    private final Connection used;

    /** @throws PracticeSystemException if none is configured */
    RunConnection(Transactions transactions, Connections connections, InstantSource clock, HeldRun held) {
        this.transactions = transactions;
        this.connections = connections;
        this.clock = clock;
        this.held = held;
        this.organization = held.organization();
        this.used = transactions
                .within(organization, () -> connections.find(organization))
                .orElseThrow(() -> rejection("no key is configured"));
    }

    /** The connection was removed, or opens another account now. */
    static final class Disconnected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Disconnected() {
            super("The connection is not there any more", null, false, false);
        }
    }

    /** What the practice wants read; a run that was begun keeps to what it began with. */
    Set<SyncStream> streams() {
        Set<SyncStream> begun = held.progress().streams().keySet();
        return begun.isEmpty() ? used.settings().streams() : begun;
    }

    /** Tries the key and makes sure that it opens the account that it did before. */
    PracticeAccess open(PracticeSystem practiceSystem, Sealer sealer) throws InterruptedException {
        PracticeCredentials credentials = used.credentials(sealer, organization)
                .orElseThrow(() -> rejection("the stored key does not open any more"));
        PracticeAccount account = ask(() -> practiceSystem.account(organization, credentials));
        PracticeAccount known = used.account();
        if (known != null && !known.id().equals(account.id())) {
            throw new PracticeSystemException(SyncFailure.of(Cause.ACCOUNT_MOVED));
        }
        remember(now -> now.checked(Connection.Status.CONNECTED, account, clock.instant()));
        return new PracticeAccess(credentials, account);
    }

    /** Who reads with the key. */
    String reader(PracticeSystem practiceSystem, PracticeCredentials credentials) throws InterruptedException {
        return ask(() -> practiceSystem.reader(organization, credentials));
    }

    private <T> T ask(Callable<Answer<T>> question) throws InterruptedException {
        while (true) {
            switch (whileWanted(question)) {
                case Answer.Given<T> given -> {
                    held.advance(progress -> progress.plusRequests(given.requests()));
                    return given.value();
                }
                case Answer.NotBefore<T> later -> waitUntil(later.instant());
            }
        }
    }

    /** Looks whether the run is still wanted while the practice system takes its time. */
    private <T> T whileWanted(Callable<T> question) throws InterruptedException {
        FutureTask<T> answer = new FutureTask<>(question);
        Thread.startVirtualThread(answer);
        try {
            while (true) {
                try {
                    return answer.get(PageLoop.HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException slow) {
                    confirm();
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof PracticeSystemException failure) {
                throw failure;
            }
            throw new IllegalStateException("Asking about the key failed in an unforeseen way", failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private void waitUntil(Instant instant) throws InterruptedException {
        held.advance(progress -> progress.waitingUntil(instant, clock.instant()));
        while (clock.instant().isBefore(instant)) {
            Thread.sleep(PageLoop.HEARTBEAT);
            confirm();
        }
    }

    /**
     * Looks, from time to time, whether the run is still wanted.
     *
     * @throws HeldRun.Lost if it belongs to somebody else
     * @throws Disconnected if its key has been removed
     */
    void confirm() {
        held.confirm();
        if (transactions
                .within(organization, () -> connections.find(organization))
                .isEmpty()) {
            throw new Disconnected();
        }
    }

    /**
     * In the transaction of each page: records of an account that was replaced must not come after the replacement.
     *
     * @throws Disconnected if the account is not the connection's any more
     */
    void require(PracticeAccount account) {
        boolean connected = connections
                .lock(organization)
                .map(Connection::account)
                .filter(now -> now.id().equals(account.id()))
                .isPresent();
        if (!connected) {
            throw new Disconnected();
        }
    }

    /** The key was rejected: somebody has to configure a new one. */
    void rejected() {
        remember(now -> now.checked(Connection.Status.ACTION_REQUIRED, null, clock.instant()));
    }

    /** Unless another key has been configured since. */
    private void remember(UnaryOperator<Connection> finding) {
        transactions.within(
                organization,
                () -> connections
                        .lock(organization)
                        .filter(now -> now.sealedCredentials().equals(used.sealedCredentials()))
                        .ifPresent(now -> connections.save(organization, finding.apply(now))));
    }

    private static PracticeSystemException rejection(String detail) {
        return new PracticeSystemException(new SyncFailure(Cause.CREDENTIALS_REJECTED, detail));
    }
}
