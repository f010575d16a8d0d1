package io.routiq.bootstrap.histories;

import io.routiq.adapter.cliniko.simulator.SimulatedAccount;
import io.routiq.adapter.cliniko.simulator.history.Player;
import io.routiq.application.practice.PracticeSystem;
import io.routiq.application.sync.RunSync;
import io.routiq.bootstrap.histories.History.Run;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncMode;
import io.routiq.domain.sync.SyncOption;
import io.routiq.domain.sync.SyncStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Plays histories and tells in what the copy differs from what it has to be. */
final class Rehearsal implements AutoCloseable {

    private final Backstage backstage;
    private final Stage stage;
    private final Copy copy;

    Rehearsal(Backstage backstage) throws SQLException {
        this.backstage = backstage;
        this.stage = new Stage();
        this.copy = backstage.copy();
    }

    /** The requests of the latest history. */
    List<String> journal() {
        return stage.simulator.journal().entries().stream()
                .map(entry -> entry.at() + " " + entry.path() + " " + entry.query() + " " + entry.status())
                .toList();
    }

    /** Empty if all is as it has to be. */
    List<String> play(History history) throws SQLException {
        return new Performance(history).play();
    }

    @Override
    public void close() throws SQLException {
        stage.close();
        copy.close();
    }

    private final class Performance {

        private final History history;
        private final SimulatedAccount clinic;
        private final Oracle oracle;
        private final PracticeSystem cliniko;
        private final OrganizationId organization;
        private final List<String> differences = new ArrayList<>();

        Performance(History history) {
            this.history = history;
            this.clinic = stage.set(history);
            this.oracle = new Oracle(clinic.practice());
            stage.simulator.listen(oracle::hear);
            this.cliniko = stage.practiceSystem(history.setting().pageSize());
            this.organization = backstage.connect(cliniko, clinic.issueKey(), stage.ours.instant());
        }

        List<String> play() throws SQLException {
            run(history.first(), Set.of());
            Set<SyncStream> readWhole = wholeStreams();
            oracle.begin();
            if (run(history.last(), Set.of()) == RunSync.Outcome.FAILED) {
                run(quiet(history.last().mode()), Set.of());
            }
            if (history.last().mode() == SyncMode.FULL) {
                oracle.reckon(false);
            }
            compare("", oracle.expected(readWhole));
            for (int left = history.reckonings(); left > 0; left--) {
                boolean confirmed = history.confirmed() && left == 1;
                run(quiet(SyncMode.FULL), confirmed ? Set.of(SyncOption.CONFIRM_DELETIONS) : Set.of());
                oracle.reckon(confirmed);
                compare(left + " from the end, ", oracle.expected(EnumSet.allOf(SyncStream.class)));
            }
            return differences;
        }

        private static Run quiet(SyncMode mode) {
            return new Run(mode, List.of(), List.of());
        }

        private RunSync.Outcome run(Run run, Set<SyncOption> options) {
            Player player = stage.player(clinic, history.setting(), run);
            var inTurn = new InTurn(cliniko, stage.source, stage.ours);
            player.begin();
            RunSync.Outcome outcome = inTurn.during(() -> backstage.run(
                    organization,
                    run.mode(),
                    options,
                    inTurn,
                    stored -> new Witness(stored, oracle::stored),
                    inTurn.clock()));
            player.end();
            boolean excused = outcome == RunSync.Outcome.FAILED && run.mayFail();
            if (outcome != RunSync.Outcome.COMPLETED && !excused) {
                differences.add(outcome + ": " + backstage.latestRun(organization));
            }
            return outcome;
        }

        /** What the last run will read from beginning to end: all that it cannot go on from. */
        private Set<SyncStream> wholeStreams() throws SQLException {
            Set<SyncStream> whole = EnumSet.allOf(SyncStream.class);
            if (history.last().mode() == SyncMode.INCREMENTAL) {
                Set<SyncStream> complete = copy.complete(organization);
                whole.removeAll(complete);
                if (whole.contains(SyncStream.ATTENDEES) || whole.contains(SyncStream.GROUP_APPOINTMENTS)) {
                    whole.addAll(EnumSet.of(SyncStream.ATTENDEES, SyncStream.GROUP_APPOINTMENTS));
                }
            }
            return whole;
        }

        private void compare(String when, Map<Kind, Map<String, Map<String, @Nullable String>>> expected)
                throws SQLException {
            for (Kind kind : Kind.values()) {
                compare(when + kind.table, expected.getOrDefault(kind, Map.of()), copy.records(organization, kind));
            }
            compare(when + "latest visit of", LatestVisits.of(expected), copy.latestVisits(organization));
        }

        private <T extends @Nullable Object> void compare(String what, Map<String, T> expected, Map<String, T> held) {
            Set<String> ids = new TreeSet<>(expected.keySet());
            ids.addAll(held.keySet());
            ids.stream()
                    .filter(id -> !Objects.equals(expected.get(id), held.get(id)))
                    .map(id ->
                            "%s %s%n  has to be %s%n  but is    %s".formatted(what, id, expected.get(id), held.get(id)))
                    .forEach(differences::add);
        }
    }
}
