package io.routiq.bootstrap.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What a run gives and costs that nobody disturbs.
 *
 * @param copy all rows of its organization
 * @param counters what it counted
 * @param read each request for records, with how often it was sent
 */
record Undisturbed(List<String> copy, List<String> counters, Map<String, Long> read) {

    /** What a worker may have read, or be reading, without having stored it: four pages, and one that is being stored. */
    private static final int MOST_READ_AGAIN = 5;

    /** Runs once, and makes sure that the copy is the source's. */
    static Undisturbed run(Site site) {
        Member member = site.member();
        site.simulator().journal().clear();
        member.start();
        Awaiting.until("the run ends", member::isFinished);
        Undisturbed undisturbed = new Undisturbed(member.copy(), member.counters(), site.pagesRead());
        assertThat(undisturbed.counters()).isNotEmpty().allMatch(line -> line.endsWith("completed"));
        assertThat(undisturbed.copy()).hasSizeGreaterThan(900);
        requireSame("copy and source", member.versionsHeld(), member.versionsAtTheSource());
        return undisturbed;
    }

    /** Another run of the same practice gave the same. */
    void requireSame(Object what, Member member) {
        assertThat(member.counters()).as("%s", what).isEqualTo(counters);
        requireSame(what, member.copy(), copy);
    }

    /** Since the journal was cleared. */
    void requireLittleReadAgain(Object what, Site site, int runs) {
        assertThat(readAgain(site, runs)).as("%s", what).isLessThanOrEqualTo((long) runs * MOST_READ_AGAIN);
    }

    /** How many requests more than needed were sent by so many runs since the journal was cleared. */
    long readAgain(Site site, int runs) {
        return site.pagesRead().entrySet().stream()
                .mapToLong(page -> page.getValue() - runs * read.getOrDefault(page.getKey(), 0L))
                .filter(more -> more > 0)
                .sum();
    }

    /** Says which rows differ, not all that there are. */
    private static void requireSame(Object what, List<String> rows, List<String> others) {
        assertThat(without(rows, others)).as("%s: too much", what).isEmpty();
        assertThat(without(others, rows)).as("%s: missing", what).isEmpty();
        assertThat(rows).as("%s", what).hasSameSizeAs(others);
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> more = new ArrayList<>(rows);
        more.removeAll(new HashSet<>(others));
        return more;
    }
}
