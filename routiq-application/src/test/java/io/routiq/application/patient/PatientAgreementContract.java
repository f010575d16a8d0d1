package io.routiq.application.patient;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.application.Organizations;
import io.routiq.application.practice.CopyFixture;
import io.routiq.application.practice.CopyPorts;
import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.SampleHistory;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.ActivityStatus;
import io.routiq.domain.patient.ActivityWindow;
import io.routiq.domain.patient.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a practice went through and in whatever order we heard of it: what is read equals what the domain's policy
 * says of the newest records. The oracle is the copy in memory, which asks the policy itself.
 */
public abstract class PatientAgreementContract extends CopyFixture {

    private static final int QUERIES = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithTheDomainOnGeneratedHistories(long seed) {
        Random random = new Random(seed);
        OrganizationId organization = Organizations.fresh();
        List<PracticeRecord> records = SampleHistory.of(seed, NOW);
        SampleHistory.pages(records, random).forEach(page -> store(organization, page));
        CopyPorts oracle = CopyPorts.inMemory();
        oracle.transactions()
                .within(organization, () -> oracle.copy().store(organization, SampleHistory.newest(records)));

        assertThat(missing(ports(), organization)).isEqualTo(missing(oracle, organization));
        for (int number = 0; number < QUERIES; number++) {
            PatientQuery query = query(random);
            PatientQuery.Page expected = list(oracle, organization, query);
            PatientQuery.Page actual = list(ports(), organization, query);
            assertThat(actual.patients()).as(query::toString).isEqualTo(expected.patients());
            assertThat(actual.totalCount()).as(query::toString).isEqualTo(expected.totalCount());
            assertThat(stats(ports(), organization, query.window()))
                    .isEqualTo(stats(oracle, organization, query.window()));
            assertThat(figures(ports(), organization, query.window()))
                    .isEqualTo(figures(oracle, organization, query.window()));
            assertThat(agendas(ports(), organization, query.window(), actual))
                    .isEqualTo(agendas(oracle, organization, query.window(), actual));
        }
    }

    private static PatientQuery.Page list(CopyPorts ports, OrganizationId organization, PatientQuery query) {
        return ports.transactions().within(organization, () -> ports.patients().list(organization, query, NOW));
    }

    private static PatientStats stats(CopyPorts ports, OrganizationId organization, ActivityWindow window) {
        return ports.transactions().within(organization, () -> ports.patients().stats(organization, window, NOW));
    }

    private static ActivityFigures figures(CopyPorts ports, OrganizationId organization, ActivityWindow window) {
        return ports.transactions().within(organization, () -> ports.visits().figures(organization, window, NOW));
    }

    private static Map<PatientId, Agenda> agendas(
            CopyPorts ports, OrganizationId organization, ActivityWindow window, PatientQuery.Page page) {
        List<PatientId> patients =
                page.patients().stream().map(summary -> summary.patient().id()).toList();
        List<Visit> visits = ports.transactions()
                .within(organization, () -> ports.visits().around(organization, patients, window, NOW));
        return patients.stream()
                .collect(toMap(
                        Function.identity(),
                        patient -> Agenda.of(
                                visits.stream()
                                        .filter(visit -> visit.patient().equals(patient))
                                        .toList(),
                                window,
                                NOW)));
    }

    private static List<PatientId> missing(CopyPorts ports, OrganizationId organization) {
        return ports.transactions().within(organization, () -> ports.copy().missingPatients(organization, 1000));
    }

    private static PatientQuery query(Random random) {
        int recentDays = any(random, SampleHistory.DAYS);
        OptionalInt upcomingDays =
                random.nextBoolean() ? OptionalInt.of(any(random, SampleHistory.DAYS)) : OptionalInt.empty();
        PatientFilter filter = new PatientFilter(
                sometimes(random, () -> any(random, List.of("ada", "bond bea", "1003", "do"))),
                random.nextBoolean(),
                Set.copyOf(sometimes(
                                random,
                                () -> List.of(
                                        any(random, ActivityStatus.values()), any(random, ActivityStatus.values())))
                        .orElse(List.of())),
                sometimes(random, () -> any(random, List.of("type 0", "TYPE 1", "Old 2"))),
                sometimes(random, random::nextBoolean),
                random.nextInt(3),
                random.nextBoolean());
        PatientSort sort = new PatientSort(any(random, PatientSort.Key.values()), random.nextBoolean());
        return new PatientQuery(
                new ActivityWindow(recentDays, upcomingDays),
                filter,
                sort,
                1 + random.nextInt(2),
                random.nextBoolean() ? 200 : 3,
                Optional.empty());
    }

    private static <T> Optional<T> sometimes(Random random, Supplier<T> value) {
        return random.nextInt(4) == 0 ? Optional.of(value.get()) : Optional.empty();
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
