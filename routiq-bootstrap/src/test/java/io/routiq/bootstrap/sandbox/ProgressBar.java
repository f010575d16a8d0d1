package io.routiq.bootstrap.sandbox;

import java.io.PrintStream;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Draws a run's status: one line that moves in a terminal, a line for each step elsewhere. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final String title;
    private final boolean terminal = Optional.ofNullable(System.getenv("TERM"))
                    .filter(kind -> !kind.equals("dumb"))
                    .isPresent()
            && System.getenv("CI") == null;
    private String shown = "";

    ProgressBar(PrintStream out, String title) {
        this.out = out;
        this.title = title;
    }

    void show(JsonNode status) {
        int percentage = status.path("progress_percentage").asInt();
        String step = status.path("resume_at").isNull()
                ? status.path("current_step").asString()
                : "Waiting for Cliniko's rate limit...";
        String key = terminal ? percentage + step : step;
        if (!key.equals(shown)) {
            int full = percentage * WIDTH / 100;
            out.printf(
                    "%s  %-18s [%s%s] %3d %%  %-48s%s",
                    terminal ? "\r" : "",
                    title,
                    "#".repeat(full),
                    "-".repeat(WIDTH - full),
                    percentage,
                    step,
                    terminal ? "" : System.lineSeparator());
            out.flush();
            shown = key;
        }
    }

    void end(String summary) {
        out.printf("%s  %-18s %-90s%n", terminal ? "\r" : "", title, summary);
    }
}
