package io.routiq.bootstrap.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whatever happens at the source during a run, the copy is right after the next one. */
class AdversarialHistoriesIT {

    private static final String SEED = "routiq.histories.seed";

    @AutoClose
    private final Backstage backstage = new Backstage();

    @Test
    void copyIsRightAfterEachHistory() throws InterruptedException, ExecutionException {
        long first = Long.getLong(SEED, 1);
        long howMany = System.getProperty(SEED) == null ? Long.getLong("routiq.histories", 1_000) : 1;

        List<String> failures = new Festival(backstage).play(LongStream.range(first, first + howMany));

        assertThat(failures).as("Play one alone with -D%s", SEED).isEmpty();
    }
}
