package io.routiq.adapter.cliniko.simulator;

/** What can go wrong with an answer. */
public enum FaultKind {
    /** Another status: text for 401, nothing for 403, rate headers for 429, HTML for the rest. */
    STATUS,
    /** A redirect to another host. */
    REDIRECT,
    /** A 200 with an HTML page. */
    HTML,
    /** The right body under a wrong content type. */
    WRONG_CONTENT_TYPE,
    /** A body that ends in the middle although the response is complete. */
    TRUNCATED_JSON,
    /** A connection that closes before the announced length is reached. */
    CUT_SHORT,
    /** A body that claims to be compressed and is not. */
    BROKEN_GZIP,
    /** A connection reset before anything is done. */
    RESET,
    /** Everything is done, and then the connection is reset. */
    RESPONSE_LOST,
    /** The answer comes after a pause. */
    HANG,
    /** The answer comes in small pieces with pauses. */
    DRIP,
    /** {@code total_entries} is too large by seven. */
    WRONG_TOTAL,
    /** The page's first row is there twice; the last is missing for it. */
    DUPLICATED_ROW,
    /** The page's middle row is missing. */
    MISSING_ROW,
    /** {@code next} is the page itself. */
    LOOPING_NEXT,
    /** {@code next} is on another host. */
    HOSTILE_NEXT,
    /** A 200 with no rows and a total of 0, as after a loss of permission. */
    EMPTY_PAGE,
    /** The filters are not applied. */
    IGNORED_FILTER,
    /** Instants with the offset of the east of Australia instead of {@code Z}. */
    OFFSET_TIMESTAMPS,
    /** The first row has a number for {@code starts_at}, {@code created_at} and an id of 25 digits. */
    WRONG_TYPES
}
