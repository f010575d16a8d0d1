-- What may still be asked with each key to a practice system, for all instances together. A key belongs to whoever has
-- it: several organizations may have configured the same one. So this table, like the scheduler's, is nobody's and has
-- no row-level security; it holds neither a key nor whose it is, only what tells the same key again.
create table request_window (
    -- SHA-256 of the key, in hexadecimal digits.
    key_fingerprint text collate "C" not null,
    -- When each place that is taken becomes free, in microseconds since 1970: numbers, because they are read and written
    -- with each request, as many as requests are allowed in a minute.
    places          bigint[]         not null,
    allowed         integer          not null,
    allowed_since   timestamptz      not null,
    blocked_until   timestamptz      not null,
    -- A row that was not touched for a day says nothing any more and may be deleted by anybody.
    touched_at      timestamptz      not null default now(),
    constraint request_window_key primary key (key_fingerprint)
)
    -- Each row is replaced with each request: there is room for the next versions on its page.
    with (fillfactor = 25);
