package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.REQUEST_WINDOW;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import io.routiq.application.practice.KeyFingerprint;
import io.routiq.application.practice.RequestWindow;
import io.routiq.application.practice.RequestWindows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;

/** A row for each key or user, held from the look at it to its replacement; that of a key may lead to its user's. */
final class JooqRequestWindows implements RequestWindows {

    private static final Field<Instant> LONG_AGO = field(
            "now() - case when request_window.spends_from is null then interval '1 day' else interval '30 days' end",
            Instant.class);

    private final JooqTransactions transactions;

    JooqRequestWindows(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T extends RequestWindow.Turn> T change(KeyFingerprint key, Function<Optional<RequestWindow>, T> turn) {
        return alone(sql -> change(sql, key, turn));
    }

    @Override
    public void share(KeyFingerprint key, KeyFingerprint user) {
        alone(sql -> {
            Held held = hold(sql, key);
            held.window()
                    .filter(own -> !held.by().equals(user))
                    .ifPresent(own -> change(sql, user, of -> {
                        RequestWindow together = of.map(own::plus).orElse(own);
                        return new RequestWindow.Turn.NotBefore(together, together.blockedUntil());
                    }));
            return sql.update(REQUEST_WINDOW)
                    .set(REQUEST_WINDOW.SPENDS_FROM, user.hex())
                    .set(REQUEST_WINDOW.PLACES, new Long[0])
                    .set(REQUEST_WINDOW.TOUCHED_AT, currentInstant())
                    .where(REQUEST_WINDOW.KEY_FINGERPRINT.eq(key.hex()))
                    .execute();
        });
    }

    private <T> T alone(Function<DSLContext, T> work) {
        return transactions.ofNobody(sql -> {
            // Each request would wait for the disk. What a crash of the server takes with it is a moment's places.
            sql.execute("set local synchronous_commit = off");
            // An instance that is stopped in the middle must not stand in the way of the others.
            sql.execute("set local idle_in_transaction_session_timeout = '5s'");
            return work.apply(sql);
        });
    }

    private static <T extends RequestWindow.Turn> T change(
            DSLContext sql, KeyFingerprint key, Function<Optional<RequestWindow>, T> turn) {
        while (true) {
            Held held = hold(sql, key);
            T taken = turn.apply(held.window());
            int kept = held.window().isPresent()
                    ? replace(sql, held.by(), taken.window())
                    : add(sql, held.by(), taken.window());
            if (kept == 1) {
                return taken;
            }
        }
    }

    /**
     * A locked row's window, or that there is no such row.
     *
     * @param by the key whose row it is, or its user
     */
    private record Held(KeyFingerprint by, Optional<RequestWindow> window) {}

    /** Whose key it is, is read from the locked row: a turn that had to wait sees what was said meanwhile. */
    private static Held hold(DSLContext sql, KeyFingerprint key) {
        return sql.select(
                        REQUEST_WINDOW.PLACES,
                        REQUEST_WINDOW.ALLOWED,
                        REQUEST_WINDOW.ALLOWED_SINCE,
                        REQUEST_WINDOW.BLOCKED_UNTIL,
                        REQUEST_WINDOW.SPENDS_FROM)
                .from(REQUEST_WINDOW)
                .where(REQUEST_WINDOW.KEY_FINGERPRINT.eq(key.hex()))
                .forUpdate()
                .fetchOptional()
                .map(row -> row.value5() == null
                        ? new Held(key, Optional.of(window(row)))
                        : hold(sql, new KeyFingerprint(row.value5())))
                .orElseGet(() -> new Held(key, Optional.empty()));
    }

    private static int replace(DSLContext sql, KeyFingerprint key, RequestWindow window) {
        return sql.update(REQUEST_WINDOW)
                .set(row(window))
                .set(REQUEST_WINDOW.TOUCHED_AT, currentInstant())
                .where(REQUEST_WINDOW.KEY_FINGERPRINT.eq(key.hex()))
                .execute();
    }

    /** Adds nothing if somebody else has done it in the meantime. */
    private static int add(DSLContext sql, KeyFingerprint key, RequestWindow window) {
        forgetIdle(sql);
        return sql.insertInto(REQUEST_WINDOW)
                .set(REQUEST_WINDOW.KEY_FINGERPRINT, key.hex())
                .set(row(window))
                .onConflictDoNothing()
                .execute();
    }

    /** Whoever brings a new key clears away old ones, save those that somebody is at. */
    private static void forgetIdle(DSLContext sql) {
        sql.deleteFrom(REQUEST_WINDOW)
                .where(REQUEST_WINDOW.KEY_FINGERPRINT.in(select(REQUEST_WINDOW.KEY_FINGERPRINT)
                        .from(REQUEST_WINDOW)
                        .where(REQUEST_WINDOW.TOUCHED_AT.lt(LONG_AGO))
                        .forUpdate()
                        .skipLocked()))
                .execute();
    }

    private static RequestWindow window(Record5<Long[], Integer, Instant, Instant, String> row) {
        return new RequestWindow(
                Arrays.stream(row.value1()).map(JooqRequestWindows::instant).toList(),
                row.value2(),
                row.value3(),
                row.value4());
    }

    private static Map<Field<?>, Object> row(RequestWindow window) {
        return Map.of(
                REQUEST_WINDOW.PLACES,
                window.places().stream().map(JooqRequestWindows::micros).toArray(Long[]::new),
                REQUEST_WINDOW.ALLOWED,
                window.allowed(),
                REQUEST_WINDOW.ALLOWED_SINCE,
                window.allowedSince(),
                REQUEST_WINDOW.BLOCKED_UNTIL,
                window.blockedUntil());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
