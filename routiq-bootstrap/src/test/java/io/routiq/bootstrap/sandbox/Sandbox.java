package io.routiq.bootstrap.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts everything, does the main job once for somebody to watch, and stays until it is stopped. */
final class Sandbox {

    private static final Path DIRECTORY = Path.of("target", "sandbox").toAbsolutePath();

    private final SandboxSettings settings;
    private final PrintStream out = System.out;

    private Sandbox(SandboxSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            new Sandbox(SandboxSettings.of(arguments)).run();
            return 0;
        } catch (SandboxException failure) {
            System.err.println("The sandbox stopped: " + failure.getMessage());
            return 1;
        }
    }

    private void run() {
        out.println("Routiq sandbox: synthetic people only, nothing leaves this machine");
        requireFree(settings.port(), "sandbox.port");
        requireFree(settings.identityPort(), "sandbox.identity-port");
        requireFree(settings.simulatorPort(), "sandbox.simulator-port");
        Product.Ports ports = new Product.Ports(settings.port(), settings.identityPort(), settings.simulatorPort());
        try (Product product = Product.start(DIRECTORY, ports, settings.keepData(), settings.requestsPerMinute())) {
            Runtime.getRuntime().addShutdownHook(new Thread(product::close, "sandbox-stop"));
            out.printf(
                    "  application %s, identity provider %s, simulated Cliniko %s%n  log in %s%n%n",
                    product.address(),
                    product.identity().issuer(),
                    product.simulator().address(),
                    product.log());
            doMainJob(product);
            if (!settings.once()) {
                out.printf("%nRunning. Ctrl-C stops everything.%n");
                awaitStop();
            }
        }
    }

    private void doMainJob(Product product) {
        List<Clinic> clinics = List.of(
                open(product, "org_demo", "Harbour Street Physiotherapy", "au2", settings.size()),
                open(
                        product,
                        "org_other",
                        "Mill Lane Podiatry",
                        "uk1",
                        new Clinic.Size(120, 500, settings.seed() + 1)));
        product.describe(clinics);
        product.simulator().latency(Duration.ofMillis(settings.latencyMs()));
        for (Clinic clinic : clinics) {
            MainJob job = job(product, clinic);
            job.connect(clinic);
            if (settings.autoSync()) {
                job.synchronise("active");
                job.synchronise("full");
            }
        }
        MainJob demo = job(product, clinics.getFirst());
        demo.report();
        demo.printCommands(product.address());
    }

    private Clinic open(Product product, String organization, String name, String shard, Clinic.Size size) {
        Clinic clinic = Clinic.open(product.simulator(), organization, name, shard, size);
        clinic.account().requestsPerMinute(settings.requestsPerMinute());
        return clinic;
    }

    private MainJob job(Product product, Clinic clinic) {
        return new MainJob(product.api(TokenRequest.of(clinic.organization(), "user_demo")), out);
    }

    private static void requireFree(int port, String property) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException taken) {
            throw new SandboxException(
                    "Port " + port + " is in use; stop what uses it, or choose another with --" + property + "=<port>");
        }
    }

    private static void awaitStop() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
