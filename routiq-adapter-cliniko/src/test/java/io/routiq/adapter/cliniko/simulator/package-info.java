/**
 * A stand-in for Cliniko that behaves like it over HTTP, for tests and for the sandbox. All data is synthetic.
 *
 * <p>It knows nothing of the rest of Routiq, so that it cannot share a mistake with it. It is written from what is
 * publicly known of the API; everything that is not known for certain is a {@link
 * io.routiq.adapter.cliniko.simulator.Switch}.
 *
 * {@snippet :
 * try (var simulator = ClinikoSimulator.start(0, SimulatorClock.frozenAt(now))) {
 *     SimulatedAccount clinic = simulator.addAccount("Harbour Physio", "au2");
 *     SimulatedPractice.seed(clinic, 650, 3_000, 42, now);
 *     String key = clinic.issueKey();
 *     simulator.script().after(2, RequestMatch.path("/patients"), () -> clinic.practice().patients().archive(id));
 *     simulator.faults().add(Fault.status(503).on("/attendees").from(3).times(2));
 *     simulator.switches().set(Switch.SORT_BY_ID, Choice.IGNORED);
 *     // read from simulator.baseOf("au2") with Basic authentication, then compare with
 *     clinic.practice().records("patients");
 * }
 * }
 */
@NullMarked
package io.routiq.adapter.cliniko.simulator;

import org.jspecify.annotations.NullMarked;
