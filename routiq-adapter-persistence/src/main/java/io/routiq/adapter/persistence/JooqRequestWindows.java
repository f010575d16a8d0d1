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
import org.jooq.Record4;

/** A row for each key, held from the look at it to its replacement. */
final class JooqRequestWindows implements RequestWindows {

    private static final Field<Instant> A_DAY_AGO = field("now() - interval '1 day'", Instant.class);

    private final JooqTransactions transactions;

    JooqRequestWindows(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T extends RequestWindow.Turn> T change(KeyFingerprint key, Function<Optional<RequestWindow>, T> turn) {
        return transactions.ofNobody(sql -> {
            // Each request would wait for the disk. What a crash of the server takes with it is a moment's places.
            sql.execute("set local synchronous_commit = off");
            // An instance that is stopped in the middle must not stand in the way of the others.
            sql.execute("set local idle_in_transaction_session_timeout = '2s'");
            while (true) {
                Optional<RequestWindow> known = lock(sql, key);
                T taken = turn.apply(known);
                int kept = known.isPresent() ? replace(sql, key, taken.window()) : add(sql, key, taken.window());
                if (kept == 1) {
                    return taken;
                }
            }
        });
    }

    private static Optional<RequestWindow> lock(DSLContext sql, KeyFingerprint key) {
        return sql.select(
                        REQUEST_WINDOW.PLACES,
                        REQUEST_WINDOW.ALLOWED,
                        REQUEST_WINDOW.ALLOWED_SINCE,
                        REQUEST_WINDOW.BLOCKED_UNTIL)
                .from(REQUEST_WINDOW)
                .where(REQUEST_WINDOW.KEY_FINGERPRINT.eq(key.hex()))
                .forUpdate()
                .fetchOptional(JooqRequestWindows::window);
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
                        .where(REQUEST_WINDOW.TOUCHED_AT.lt(A_DAY_AGO))
                        .forUpdate()
                        .skipLocked()))
                .execute();
    }

    private static RequestWindow window(Record4<Long[], Integer, Instant, Instant> row) {
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
