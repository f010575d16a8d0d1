package io.routiq.adapter.cliniko.simulator;

import static io.routiq.adapter.cliniko.simulator.Choice.*;

import java.util.List;

/**
 * Everything about Cliniko that nobody documents or that is only inferred, each with the behaviours that are thinkable.
 *
 * <p>The first choice is what the simulator does unless told otherwise. A client is right only if it is right under
 * every choice of every switch.
 */
public enum Switch {
    /** A valid key used on another shard's host. */
    WRONG_SHARD(UNAUTHORIZED, NOT_FOUND),
    /** The host without a shard, which used to mean {@code au1}. */
    UNSHARDED_HOST(REDIRECTED, NOT_FOUND),
    /** No {@code User-Agent} header at all. */
    MISSING_USER_AGENT(REFUSED, FORBIDDEN, ACCEPTED),
    /** A {@code User-Agent} that does not end with a mailbox in parentheses. */
    USER_AGENT_WITHOUT_CONTACT(ACCEPTED, REFUSED),
    /** How a role's missing permission shows. */
    DENIAL(FORBIDDEN, FORBIDDEN_EMPTY, NOT_FOUND),
    /** The body of a 404 on a known route. */
    NOT_FOUND_BODY(JSON, EMPTY, HTML),
    /** Whether the rate window is the minute of the clock, begins with the first request, or slides. */
    RATE_WINDOW(CLOCK_MINUTE, FROM_FIRST_REQUEST, SLIDING),
    /** {@code X-RateLimit-Reset} on a 429. */
    RATE_RESET(PRESENT, ABSENT, IN_THE_PAST, FAR_AHEAD),
    /** Limit, remaining and reset headers on successful answers. */
    RATE_HEADERS_ON_SUCCESS(ABSENT, PRESENT),
    /** {@code Retry-After} on a 429. */
    RETRY_AFTER(ABSENT, PRESENT),
    /** A {@code per_page} above 100. */
    PER_PAGE_ABOVE_100(CLAMPED, REFUSED),
    /** A page past the last one. */
    PAGE_PAST_END(EMPTY, NOT_FOUND),
    /** {@code id} as a sort column, first or second. */
    SORT_BY_ID(HONOURED, IGNORED, REFUSED),
    /** A sort column that does not exist. */
    SORT_BY_UNKNOWN(REFUSED, IGNORED),
    /** The order of rows whose sort values are equal. */
    TIES(BY_ID, BY_ID_DESCENDING, SHUFFLED),
    /** {@code q=}, {@code q[][]=} and {@code q[0]=} in place of {@code q[]=}. */
    MALFORMED_Q(SERVER_ERROR, IGNORED),
    /** Lists such as {@code id:=1,2,3}. */
    NUMBER_LISTS(HONOURED, REFUSED),
    /** Whether a term on one of archived, cancelled, deleted shows the rows hidden for another of them. */
    WILDCARD_LIFTS(INDEPENDENT, TOGETHER),
    /** Whether {@code deleted_at:*} shows what is left of deleted records. */
    DELETED_WILDCARD(IGNORED, HONOURED),
    /** Cancelled rows in a list that did not ask for them. */
    CANCELLED_BY_DEFAULT(HIDDEN, LISTED),
    /** A hidden record read by id without asking for it. */
    HIDDEN_BY_ID(NOT_FOUND, LISTED),
    /** An inactive practitioner read by id under {@code /practitioners}. */
    INACTIVE_PRACTITIONER_BY_ID(LISTED, NOT_FOUND),
    /** Whether archiving and cancelling move {@code updated_at}. */
    HIDING_MOVES_UPDATED_AT(YES, NO),
    /** Whether merging gives the loser's appointments to the survivor. */
    MERGE_REPOINTS(YES, NO),
    /** Whether appointments given to a survivor get a new {@code updated_at}. */
    MERGE_MOVES_APPOINTMENTS(YES, NO),
    /** Whether a change of an attendee moves the class's {@code updated_at}. */
    ATTENDEE_MOVES_GROUP(YES, NO),
    /** Whether arrival and cancellation of an individual appointment reach its attendee. */
    APPOINTMENT_REACHES_ATTENDEE(YES, NO),
    /** Whether new ids are above all earlier ones. */
    NEW_IDS(INCREASING, SCATTERED),
    /** A reference that is not set. */
    UNSET_REFERENCES(MIXED, ABSENT, NULL),
    /** Reminder fields of the specification of 2025, or the channel lists seen in 2026. */
    FIELDS(OF_2025, OF_2026),
    /** Members that no specification names. */
    UNKNOWN_MEMBERS(PRESENT, ABSENT),
    /** Whether a practitioner's key sees every practitioner's bookings. */
    PRACTITIONER_SEES(ALL, OWN),
    /** Compressed answers for clients that accept them. */
    COMPRESSION(HONOURED, IGNORED);

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives an immutable list
    private final List<Choice> choices;

    Switch(Choice... choices) {
        this.choices = List.of(choices);
    }

    /** The thinkable behaviours, the default first. */
    public List<Choice> choices() {
        return choices;
    }
}
