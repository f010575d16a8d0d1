-- All keys of one user of the practice system share that user's rate. Once it is known whose a key is, its row says so and
-- holds no places any more: they are in the user's row, whose key_fingerprint is the SHA-256 of the user's address and id.
alter table request_window
    add column spends_from text collate "C",
    -- A user's row leads nowhere.
    add constraint request_window_spends_elsewhere check (spends_from <> key_fingerprint);
