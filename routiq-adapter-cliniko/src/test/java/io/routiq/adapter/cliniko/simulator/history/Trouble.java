package io.routiq.adapter.cliniko.simulator.history;

import io.routiq.adapter.cliniko.simulator.FaultKind;
import java.util.Locale;

/**
 * Answers in a row that go wrong.
 *
 * @param request the first of them
 * @param status what {@link FaultKind#STATUS} answers, 0 for all other kinds
 * @param times how many
 */
public record Trouble(int request, FaultKind kind, int status, int times) {

    @Override
    public String toString() {
        return "from request %d: %s on %d answers"
                .formatted(
                        request,
                        kind == FaultKind.STATUS
                                ? "status " + status
                                : kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        times);
    }
}
