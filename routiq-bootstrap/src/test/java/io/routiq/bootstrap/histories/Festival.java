package io.routiq.bootstrap.histories;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.sessions.JqwikSession;

/** Plays many histories, two at a time. */
final class Festival {

    private static final int STAGES = 2;
    private static final int ENOUGH = 5;
    private static final int FEW = 8;

    private final Backstage backstage;
    private final BlockingQueue<Optional<History>> waiting = new ArrayBlockingQueue<>(STAGES);
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    Festival(Backstage backstage) {
        this.backstage = backstage;
    }

    /** What went wrong, a text for each history; after a few it plays no more. */
    List<String> play(LongStream seeds) throws InterruptedException, ExecutionException {
        try (ExecutorService stages = Executors.newFixedThreadPool(STAGES)) {
            List<Future<Void>> playing = IntStream.range(0, STAGES)
                    .mapToObj(stage -> stages.submit(this::playAll))
                    .toList();
            // jqwik generates on the thread of its session only.
            JqwikSession.run(() -> generate(seeds.iterator()));
            for (int i = 0; i < STAGES; i++) {
                waiting.put(Optional.empty());
            }
            for (Future<Void> stage : playing) {
                stage.get();
            }
        }
        return List.copyOf(failures);
    }

    private void generate(PrimitiveIterator.OfLong seeds) throws InterruptedException {
        Histories histories = new Histories();
        while (seeds.hasNext() && failures.size() < ENOUGH) {
            waiting.put(Optional.of(histories.of(seeds.nextLong())));
        }
    }

    /** A defect anywhere is a failure of the history that met it. */
    private static List<String> play(Rehearsal rehearsal, History history) {
        try {
            return rehearsal.play(history);
        } catch (RuntimeException | SQLException defect) {
            StringWriter told = new StringWriter();
            defect.printStackTrace(new PrintWriter(told));
            return List.of(told.toString());
        }
    }

    private Void playAll() throws InterruptedException, SQLException {
        try (Rehearsal rehearsal = new Rehearsal(backstage)) {
            Optional<History> next = waiting.take();
            while (next.isPresent()) {
                History history = next.get();
                List<String> differences = play(rehearsal, history);
                if (!differences.isEmpty()) {
                    failures.add(
                            differences.stream().limit(FEW).collect(Collectors.joining("\n", history + "\n", "\n")));
                }
                next = waiting.take();
            }
        }
        return null;
    }
}
