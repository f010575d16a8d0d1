-- What clients were answered under a key of their own choice, so that whoever sends a request again gets the first answer
-- again, from whichever instance. Of the request there is a hash only. Rows are of use for 24 hours and are removed by
-- the organization's next request with a key, or by the cleanup.
create table idempotency_key (
    organization_id text collate "C" not null,
    user_id         text collate "C" not null,
    client_key      text collate "C" not null,
    request_hash    text             not null,
    -- Names the claim too: whoever took longer than a claim lasts, and lost it, changes nothing any more.
    claimed_at      timestamptz      not null,
    -- The answer, with the address of what was created; null while the first request is being worked on.
    status          smallint,
    content_type    text,
    resource        text,
    body            text,
    constraint idempotency_key_key primary key (organization_id, user_id, client_key),
    constraint idempotency_key_answer_is_whole check ((status is null) = (body is null))
);
call keep_organizations_apart('idempotency_key');

create index idempotency_key_by_age on idempotency_key (organization_id, claimed_at);
