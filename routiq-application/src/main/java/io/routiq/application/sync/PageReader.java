package io.routiq.application.sync;

import io.routiq.application.practice.Answer;
import io.routiq.application.practice.PracticeAccess;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.practice.PracticeSystemException;
import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.StreamRead;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reads several pages side by side while their owner stores others. For one thread's use. */
final class PageReader implements AutoCloseable {

    /** As many pages are in memory at once, and as many requests wait for the practice system. */
    static final int AT_ONCE = 4;

    private final PracticeSystem practiceSystem;
    private final OrganizationId organization;
    private final PracticeAccess access;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorCompletionService<Arrival> arrivals = new ExecutorCompletionService<>(threads);
    private int inFlight;

    PageReader(PracticeSystem practiceSystem, OrganizationId organization, PracticeAccess access) {
        this.practiceSystem = practiceSystem;
        this.organization = organization;
        this.access = access;
    }

    /** What came of a read. */
    sealed interface Arrival {

        StreamRead read();

        record Page(StreamRead read, RecordPage page, int requests) implements Arrival {}

        /** To be read again, not before the instant. */
        record PutOff(StreamRead read, Instant notBefore) implements Arrival {}

        record Refused(StreamRead read, SyncFailure failure) implements Arrival {}
    }

    /** Takes reads off the queue and starts them, as many as may go at once. */
    void startFrom(Queue<StreamRead> waiting) {
        while (inFlight < AT_ONCE && !waiting.isEmpty()) {
            StreamRead read = waiting.remove();
            arrivals.submit(() -> read(read));
            inFlight++;
        }
    }

    boolean isIdle() {
        return inFlight == 0;
    }

    /** The next read that is done, or empty if none is within {@code patience}. */
    Optional<Arrival> next(Duration patience) throws InterruptedException {
        Future<Arrival> done = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (done == null) {
            return Optional.empty();
        }
        inFlight--;
        try {
            return Optional.of(done.get());
        } catch (ExecutionException defect) {
            throw new IllegalStateException("Reading a page failed in an unforeseen way", defect.getCause());
        }
    }

    private Arrival read(StreamRead read) {
        try {
            return switch (practiceSystem.read(organization, access, read)) {
                case Answer.Given<RecordPage> given -> new Arrival.Page(read, given.value(), given.requests());
                case Answer.NotBefore<RecordPage> later -> new Arrival.PutOff(read, later.instant());
            };
        } catch (PracticeSystemException refusal) {
            return new Arrival.Refused(read, refusal.failure());
        }
    }

    /** Interrupts what is still being read; nobody wants it any more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
