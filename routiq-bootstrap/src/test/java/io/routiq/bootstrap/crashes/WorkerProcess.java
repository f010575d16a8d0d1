package io.routiq.bootstrap.crashes;

import io.routiq.bootstrap.sandbox.Product;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** One more instance of the product, in a process of its own. */
final class WorkerProcess implements AutoCloseable {

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Process process;
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param arguments beyond what the product's other instances are told */
    static WorkerProcess start(Product product, List<String> arguments) {
        try {
            Path log = product.log().resolveSibling("worker-" + STARTED.incrementAndGet() + ".log");
            Files.deleteIfExists(log);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dsun.misc.unsafe.memory.access=allow",
                    CrashingInstance.class.getName()));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log + ".console")));
            // Not on the command line, which everybody on the machine may read.
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            builder.environment().put("SPRING_APPLICATION_JSON", settings(product, log));
            return new WorkerProcess(builder.start(), log);
        } catch (IOException failure) {
            throw new UncheckedIOException("The process did not start", failure);
        }
    }

    private static String settings(Product product, Path log) {
        Map<String, Object> settings = new HashMap<>(product.settings());
        settings.put("server.port", 0);
        settings.put("logging.file.name", log.toString());
        return JsonMapper.shared().writeValueAsString(settings);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** True if it ended by itself within the time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void send(Signal signal) {
        signal.send(process.toHandle());
    }

    /** What it has written so far. */
    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** True once it says that it does not work on the run any more. */
    boolean hasLeft(String run) {
        return log().lines()
                .anyMatch(line -> line.contains(run) && (line.contains("NOT_OURS") || line.contains("ERROR")));
    }

    @Override
    public void close() {
        kill();
    }
}
