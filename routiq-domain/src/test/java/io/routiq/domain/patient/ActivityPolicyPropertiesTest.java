package io.routiq.domain.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.domain.patient.Appointment.Standing;
import io.routiq.domain.patient.PatientActivity.Ignored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Visits stand close to the edges of small windows, so that every edge is met often. */
class ActivityPolicyPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456Z");

    @Provide
    Arbitrary<List<Appointment>> visits() {
        Arbitrary<Instant> starts = Combinators.combine(
                        Arbitraries.integers().between(-8, 8),
                        Arbitraries.integers().between(-1, 1))
                .as((halfDays, nanos) ->
                        NOW.plus(Duration.ofHours(12L * halfDays)).plusNanos(nanos));
        Arbitrary<Standing> standings =
                Arbitraries.oneOf(Arbitraries.just(Standing.BOOKED), Arbitraries.of(Standing.class));
        return Combinators.combine(starts, standings)
                .as(Start::new)
                .list()
                .ofMaxSize(7)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(number -> list.get(number).appointment(number))
                        .toList());
    }

    private record Start(Instant at, Standing standing) {
        Appointment appointment(int number) {
            return new Appointment(new AppointmentId(String.valueOf(5000 + number)), at, standing);
        }
    }

    @Provide
    Arbitrary<ActivityWindow> windows() {
        Arbitrary<OptionalInt> upcoming = Arbitraries.integers()
                .between(1, 3)
                .map(OptionalInt::of)
                .injectNull(0.3)
                .map(days -> Optional.ofNullable(days).orElse(OptionalInt.empty()));
        return Combinators.combine(Arbitraries.integers().between(1, 3), upcoming)
                .as(ActivityWindow::new);
    }

    @Property
    void countsWhatTheDefinitionSays(
            @ForAll("visits") List<Appointment> visits, @ForAll("windows") ActivityWindow window) {
        Instant from = NOW.minus(Duration.ofDays(window.recentDays()));
        Instant until = NOW.plus(Duration.ofDays(window.upcomingDays().orElse(100_000)));
        PatientActivity activity = new ActivityPolicy(window).assess(visits, NOW);

        long recent = count(visits, start -> start.compareTo(from) >= 0 && start.compareTo(NOW) <= 0);
        long upcoming = count(visits, start -> start.compareTo(NOW) > 0 && start.compareTo(until) <= 0);
        assertThat(activity.recentCount()).isEqualTo((int) recent);
        assertThat(activity.upcomingCount()).isEqualTo((int) upcoming);
        assertThat(activity.totalCount()).isEqualTo((int) count(visits, start -> true));
        assertThat(activity.status()).isEqualTo(ActivityStatus.of(recent, upcoming));
        assertThat(activity.first()).isEqualTo(starts(visits).min(Instant::compareTo));
        assertThat(activity.last())
                .isEqualTo(starts(visits).filter(start -> !start.isAfter(NOW)).max(Instant::compareTo));
        assertThat(activity.next())
                .isEqualTo(starts(visits).filter(start -> start.isAfter(NOW)).min(Instant::compareTo));
    }

    @Property
    void isActiveExactlyIfTheLatestVisitIsNotTooOld(
            @ForAll("visits") List<Appointment> visits, @ForAll("windows") ActivityWindow window) {
        ActivityWindow unlimited = ActivityWindow.recent(window.recentDays());

        boolean active =
                new ActivityPolicy(unlimited).assess(visits, NOW).status().isActive();

        Optional<Instant> latest = starts(visits).max(Instant::compareTo);
        assertThat(active)
                .isEqualTo(latest.filter(start -> !start.isBefore(unlimited.from(NOW)))
                        .isPresent());
    }

    @Property
    void placesEachVisitOnce(@ForAll("visits") List<Appointment> visits, @ForAll("windows") ActivityWindow window) {
        PatientActivity activity = new ActivityPolicy(window).assess(visits, NOW);

        List<Appointment> placed = Stream.concat(
                        activity.evidence().stream(),
                        activity.ignored().stream().map(Ignored::appointment))
                .toList();
        assertThat(placed).containsExactlyInAnyOrderElementsOf(visits);
        assertThat(activity.evidence()).hasSize(activity.recentCount() + activity.upcomingCount());
        assertThat(activity.evidence())
                .isSortedAccordingTo((one, other) -> one.startsAt().compareTo(other.startsAt()));
    }

    @Property
    void doesNotCareAboutTheOrderOfVisits(
            @ForAll("visits") List<Appointment> visits,
            @ForAll("windows") ActivityWindow window,
            @ForAll Random random) {
        List<Appointment> shuffled = new ArrayList<>(visits);
        Collections.shuffle(shuffled, random);

        assertThat(new ActivityPolicy(window).assess(shuffled, NOW))
                .isEqualTo(new ActivityPolicy(window).assess(visits, NOW));
    }

    /** Nothing else than the visits' edges can matter, so all of them are tried, and the instants next to them. */
    @Property
    void changesWhenItSaysAndNotBefore(
            @ForAll("visits") List<Appointment> visits, @ForAll("windows") ActivityWindow window) {
        ActivityPolicy policy = new ActivityPolicy(window);
        PatientActivity activity = policy.assess(visits, NOW);
        Instant change = activity.changesAt().orElse(Instant.MAX);

        Stream<Instant> before =
                instantsThatMatter(visits, window).filter(instant -> instant.isAfter(NOW) && instant.isBefore(change));
        assertThat(before)
                .allSatisfy(instant -> assertThat(policy.assess(visits, instant).status())
                        .as("at %s, before %s", instant, change)
                        .isEqualTo(activity.status()));
        activity.changesAt().ifPresent(at -> {
            assertThat(at).isAfterOrEqualTo(NOW);
            assertThat(Stream.of(at, at.plusNanos(1)))
                    .anySatisfy(moment ->
                            assertThat(policy.assess(visits, moment).status()).isNotEqualTo(activity.status()));
        });
    }

    private static Stream<Instant> instantsThatMatter(List<Appointment> visits, ActivityWindow window) {
        return visits.stream()
                .map(Appointment::startsAt)
                .flatMap(start -> Stream.of(
                        start,
                        start.plus(Duration.ofDays(window.recentDays())),
                        start.minus(Duration.ofDays(window.upcomingDays().orElse(0)))))
                .flatMap(edge -> Stream.of(edge.minusNanos(1), edge, edge.plusNanos(1)));
    }

    private static Stream<Instant> starts(List<Appointment> visits) {
        return visits.stream()
                .filter(visit -> visit.standing() == Standing.BOOKED)
                .map(Appointment::startsAt);
    }

    private static long count(List<Appointment> visits, Predicate<Instant> when) {
        return starts(visits).filter(when).count();
    }
}
