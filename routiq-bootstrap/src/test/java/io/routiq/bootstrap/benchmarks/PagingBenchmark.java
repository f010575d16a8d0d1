package io.routiq.bootstrap.benchmarks;

import io.routiq.application.Transactions;
import io.routiq.application.patient.AppointmentTypes;
import io.routiq.application.patient.PatientFilter;
import io.routiq.application.patient.PatientQuery;
import io.routiq.application.patient.PatientQuery.Position;
import io.routiq.application.patient.PatientSort;
import io.routiq.application.patient.Patients;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityWindow;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What page 1,000 costs by cursor, compared with page 1, in each order; and what searches and statistics cost. */
public final class PagingBenchmark {

    private static final OrganizationId PRACTICE = new OrganizationId("org_benchmark");
    private static final int PATIENTS = 60_000;
    private static final int VISITS = 7;
    private static final int LIMIT = 50;
    private static final int DEEP = 1_000;
    private static final int ROUNDS = 11;
    private static final ActivityWindow YEAR = ActivityWindow.recent(365);

    private final LargeDatabase database;
    private final PrintStream out;
    private final Instant now = Instant.now();

    private PagingBenchmark(LargeDatabase database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        try (LargeDatabase database = new LargeDatabase()) {
            database.fill(PRACTICE, PATIENTS, VISITS);
            database.fill(new OrganizationId("org_neighbour"), PATIENTS / 2, 1);
            database.settle();
            new PagingBenchmark(database, System.out).run();
        }
    }

    private void run() {
        out.println("| Order | Page 1, ms | Page 1,000, ms | Ratio |");
        out.println("| --- | ---: | ---: | ---: |");
        for (PatientSort.Key key : PatientSort.Key.values()) {
            compare(new PatientSort(key, false), false);
            compare(new PatientSort(key, true), false);
        }
        compare(new PatientSort(PatientSort.Key.LAST_ACTIVITY, true), true);
        out.println();
        out.println("| What | ms |");
        out.println("| --- | ---: |");
        for (String term : new String[] {"71271", "no 71271", "0400 071 271", "614", "71", "7"}) {
            out.printf("| search `%s` | %.1f |%n", term, millis(() -> list(query(Optional.of(term))))[0]);
        }
        out.printf("| appointment types, 30 days | %.1f |%n", millis(() -> statistics(ActivityWindow.DEFAULT))[0]);
        out.printf("| appointment types, 365 days | %.1f |%n", millis(() -> statistics(YEAR))[0]);
    }

    private void compare(PatientSort sort, boolean activeOnly) {
        PatientQuery before = query(sort, activeOnly, DEEP - 1, Optional.empty());
        PatientQuery first = query(sort, activeOnly, 1, Optional.empty());
        PatientQuery deep = query(sort, activeOnly, 1, list(before).next());
        double[] millis = millis(() -> list(first), () -> list(deep));
        out.printf(
                "| `%s%s`%s | %.1f | %.1f | %.2f |%n",
                sort.descending() ? "-" : "",
                sort.key().code(),
                activeOnly ? ", active only" : "",
                millis[0],
                millis[1],
                millis[1] / millis[0]);
    }

    private static PatientQuery query(PatientSort sort, boolean activeOnly, int page, Optional<Position> after) {
        return new PatientQuery(YEAR, filter(Optional.empty(), activeOnly), sort, page, LIMIT, after);
    }

    private static PatientQuery query(Optional<String> search) {
        PatientSort byName = new PatientSort(PatientSort.Key.NAME, false);
        return new PatientQuery(YEAR, filter(search, false), byName, 1, LIMIT, Optional.empty());
    }

    private static PatientFilter filter(Optional<String> search, boolean activeOnly) {
        return new PatientFilter(search, activeOnly, Set.of(), Optional.empty(), Optional.empty(), 0, false);
    }

    private PatientQuery.Page list(PatientQuery query) {
        return within(() -> database.get(Patients.class).list(PRACTICE, query, now));
    }

    private Object statistics(ActivityWindow window) {
        return within(() -> database.get(AppointmentTypes.class).statistics(PRACTICE, window, now));
    }

    private <T> T within(Supplier<T> work) {
        return database.get(Transactions.class).within(PRACTICE, work);
    }

    /** The medians of many, after as many to warm up; by turns, so that what else the machine does troubles all alike. */
    private static double[] millis(Runnable... works) {
        double[][] taken = new double[works.length][2 * ROUNDS];
        for (int round = 0; round < 2 * ROUNDS; round++) {
            for (int work = 0; work < works.length; work++) {
                long start = System.nanoTime();
                works[work].run();
                taken[work][round] = (System.nanoTime() - start) / 1e6;
            }
        }
        return Arrays.stream(taken)
                .mapToDouble(PagingBenchmark::medianOfTheWarm)
                .toArray();
    }

    private static double medianOfTheWarm(double... taken) {
        double[] warm = Arrays.copyOfRange(taken, ROUNDS, taken.length);
        Arrays.sort(warm);
        return warm[ROUNDS / 2];
    }
}
