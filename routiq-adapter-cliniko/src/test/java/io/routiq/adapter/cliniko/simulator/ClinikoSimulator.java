package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpListener;
import io.routiq.adapter.cliniko.simulator.http.HttpRequest;
import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running simulator: the API under {@code /{shard}/v1}, its controls under {@code /_simulator}. */
public final class ClinikoSimulator implements AutoCloseable {

    static final String BANNER = "Cliniko simulator: synthetic data, nobody here is real";

    private static final Pattern API = Pattern.compile("/([a-z]{2}\\d{1,2})/v1(/.*)");
    private static final Pattern WITHOUT_SHARD = Pattern.compile("/v1/.*");

    private final SimulatorState state;
    private final ClinikoApi api;
    private final Control control;
    private final HttpListener listener;

    private ClinikoSimulator(int port, SimulatorClock clock) {
        this.state = new SimulatorState(clock);
        this.api = new ClinikoApi(state);
        this.control = new Control(state);
        this.listener = HttpListener.start(port, this::answer, this::signed);
    }

    /** On a free port, with the machine's time. */
    public static ClinikoSimulator start() {
        return start(0, InstantSource.system());
    }

    /**
     * Starts with another clock.
     *
     * @param port 0 for a free one
     */
    public static ClinikoSimulator start(int port, InstantSource clock) {
        return new ClinikoSimulator(port, clock instanceof SimulatorClock own ? own : new SimulatorClock(clock));
    }

    /** An empty practice. */
    public SimulatedAccount addAccount(String name, String shard, String countryCode, String zone) {
        return state.addAccount(name, shard, countryCode, zone);
    }

    /** An empty practice in Sydney. */
    public SimulatedAccount addAccount(String name, String shard) {
        return addAccount(name, shard, "AU", "Australia/Sydney");
    }

    public Optional<SimulatedAccount> account(String name) {
        return Optional.ofNullable(state.accounts.get(name));
    }

    /** Without a shard or a slash at its end: {@code http://localhost:8003}. */
    public URI address() {
        return URI.create("http://localhost:" + listener.port());
    }

    /** What stands for {@code https://api.au2.cliniko.com/v1}. */
    public URI baseOf(String shard) {
        return URI.create(address() + "/" + shard + "/v1");
    }

    public SimulatorSwitches switches() {
        return state.switches;
    }

    public Faults faults() {
        return state.faults;
    }

    public RequestScript script() {
        return state.script;
    }

    public RequestJournal journal() {
        return state.journal;
    }

    public SimulatorClock clock() {
        return state.clock;
    }

    /** How long every answer takes; zero at first. No thread is held meanwhile. */
    public void latency(Duration latency) {
        state.latency.set(latency);
    }

    /** Tells the path and the body of each answer with status 200 that leaves, with whatever faults did to it. */
    public void listen(BiConsumer<String, String> listener) {
        state.listeners.add(listener);
    }

    /** Forgets accounts, keys, switches, faults, script, journal and listeners. */
    public void reset() {
        state.reset();
    }

    @Override
    public void close() {
        listener.close();
    }

    private HttpResponse answer(HttpRequest request) {
        Matcher call = API.matcher(request.path());
        if (call.matches()) {
            return api.answer(request, call.group(1), call.group(2));
        }
        if (WITHOUT_SHARD.matcher(request.path()).matches()) {
            return state.switches.is(Switch.UNSHARDED_HOST, Choice.NOT_FOUND)
                    ? Routes.unknownRoute()
                    : HttpResponse.empty(301).with("Location", address() + "/au1" + request.target());
        }
        if (request.path().equals(Control.ROOT) || request.path().startsWith(Control.ROOT + "/")) {
            return control.answer(request);
        }
        return request.path().equals("/") ? banner() : Routes.unknownRoute();
    }

    private static HttpResponse banner() {
        return Answers.json(
                200, Answers.JSON.valueToTree(Map.of("banner", BANNER, "api", "/{shard}/v1", "control", Control.ROOT)));
    }

    private HttpResponse signed(HttpResponse response) {
        ZonedDateTime now = state.clock.instant().atZone(ZoneOffset.UTC);
        return response.with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now))
                .with("X-Request-Id", UUID.randomUUID().toString());
    }
}
