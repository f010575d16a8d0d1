import org.jspecify.annotations.NullMarked;

/** Routiq's rules as pure values: who is active, and how a sync run lives. Needs nothing but {@code java.base}. */
@NullMarked
module io.routiq.domain {
    requires static org.jspecify;

    exports io.routiq.domain.organization;
    exports io.routiq.domain.patient;
    exports io.routiq.domain.sync;
}
