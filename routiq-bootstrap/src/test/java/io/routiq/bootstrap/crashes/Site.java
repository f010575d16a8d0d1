package io.routiq.bootstrap.crashes;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.routiq.adapter.cliniko.simulator.ClinikoSimulator;
import io.routiq.adapter.cliniko.simulator.RequestJournal;
import io.routiq.bootstrap.endtoend.Client;
import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A product whose first instance runs in the test's process, and a practice that any number of organizations copy. Lost
 * workers are noticed faster than in production, by the same rules.
 */
final class Site implements AutoCloseable {

    /** Whether what takes longer is tried too. */
    static final boolean WHOLE = System.getProperty("routiq.crashes", "").equals("all");

    private static final Path DIRECTORY = Path.of("target", "crashes").toAbsolutePath();
    private static final int REQUESTS_PER_MINUTE = 1000;

    private final AtomicInteger organizations = new AtomicInteger();
    private final Product product;
    private final Clinic clinic;
    private final Connection database;
    private @Nullable Undisturbed undisturbed;

    Site(Path directory, String heartbeat) {
        this.product = Product.start(
                directory,
                new Product.Ports(0, 0, 0),
                false,
                REQUESTS_PER_MINUTE,
                Map.of("routiq.worker.heartbeat", heartbeat));
        this.clinic =
                Clinic.open(product.simulator(), "org_source", "Copied Clinic", "au3", new Clinic.Size(250, 700, 11));
        clinic.account().requestsPerMinute(1_000_000);
        this.database = connect(product);
    }

    private static Connection connect(Product product) {
        try {
            return product.connect();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Gives all tests that ask for it the same one. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Site.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Site.class, type -> new Site(DIRECTORY, "500ms"), Site.class);
        }
    }

    /** What to compare with; the first call takes as long as a run. */
    synchronized Undisturbed undisturbed() {
        if (undisturbed == null) {
            undisturbed = Undisturbed.run(this);
        }
        return undisturbed;
    }

    Product product() {
        return product;
    }

    Connection database() {
        return database;
    }

    ClinikoSimulator simulator() {
        return product.simulator();
    }

    Clinic clinic() {
        return clinic;
    }

    /** While the first instance rests, others do all the work. */
    void rest() {
        product.instance().get(Scheduler.class).pause();
    }

    void work() {
        product.instance().get(Scheduler.class).resume();
    }

    /** A new organization that is connected to the practice. */
    Member member() {
        return member(clinic);
    }

    /** The same with a small practice of its own, whose rate nobody else spends. */
    Member loner() {
        return member(Clinic.open(
                product.simulator(),
                "org_source",
                "Small Clinic " + organizations.get(),
                "uk2",
                new Clinic.Size(20, 40, 12)));
    }

    private Member member(Clinic of) {
        Member member = new Member(this, "org_crash_" + organizations.incrementAndGet());
        Client.Answer configured = member.client().configure(member.organization(), of.key());
        if (configured.status() != 201) {
            throw new AssertionError(configured.text());
        }
        return member;
    }

    /** Requests for records, each with how often it was sent since the journal was cleared. */
    Map<String, Long> pagesRead() {
        return simulator().journal().entries(entry -> entry.status() == 200).stream()
                .filter(entry -> !entry.path().equals("/user") && !entry.path().equals("/settings/public"))
                .collect(Collectors.groupingBy(Site::written, TreeMap::new, Collectors.counting()));
    }

    private static String written(RequestJournal.Entry entry) {
        return entry.path() + "?" + String.join("&", entry.query());
    }

    /** Nobody is in trouble any more. */
    void calm() {
        simulator().faults().clear();
        simulator().latency(Duration.ZERO);
        work();
    }

    @Override
    public void close() {
        product.close();
    }
}
