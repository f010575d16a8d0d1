-- Sync runs, one row each, in the state that the domain's SyncRun has at the moment.

create table sync_run (
    organization_id text collate "C" not null,
    sync_run_id     text collate "C" not null,
    -- The order in which runs came, where they came in the same instant.
    serial          bigint           not null generated always as identity,
    mode            text             not null,
    trigger         text             not null,
    force_refresh   boolean          not null,
    requested_at    timestamptz      not null,
    status          text             not null,
    -- One more after each take-over.
    attempt         integer          not null,
    -- One more after each claim: a change needs the fence that it was made under, so a worker that lost its run, and
    -- does not know yet, changes nothing.
    fence           bigint           not null,
    step            text             not null,
    percentage      smallint         not null,
    active_patients bigint           not null,
    requests_made   bigint           not null,
    -- Sentences for people about what was left aside; no personal data.
    errors          text[]           not null,
    resume_at       timestamptz,
    updated_at      timestamptz      not null,
    finished_at     timestamptz,
    failure_cause   text,
    failure_detail  text,
    constraint sync_run_key primary key (organization_id, sync_run_id),
    constraint sync_run_status_is_known
        check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
    constraint sync_run_percentage_is_percentage check (percentage between 0 and 100),
    constraint sync_run_ends_when_finished
        check ((finished_at is null) = (status in ('queued', 'running'))),
    constraint sync_run_has_cause_when_failed check ((failure_cause is not null) = (status = 'failed'))
);
call keep_organizations_apart('sync_run');

-- Whoever starts a second run is refused here, whatever instance asks.
create unique index sync_run_one_active_per_organization
    on sync_run (organization_id) where status in ('queued', 'running');
create index sync_run_by_age
    on sync_run (organization_id, requested_at desc, serial desc);

-- How far a run is with one stream; a stream that is planned but has no answer yet is there and empty.
create table sync_run_stream (
    organization_id text collate "C" not null,
    sync_run_id     text collate "C" not null,
    stream          text             not null,
    fetched         bigint           not null,
    total           bigint,
    failed          bigint           not null,
    as_of           timestamptz,
    constraint sync_run_stream_key primary key (organization_id, sync_run_id, stream),
    constraint sync_run_stream_of_run foreign key (organization_id, sync_run_id) references sync_run on delete cascade
);
call keep_organizations_apart('sync_run_stream');

-- The pages that an active run has still to read. It is written with each page that is stored, so that another worker
-- goes on where the last one stopped.
create table sync_checkpoint (
    organization_id text collate "C" not null,
    sync_run_id     text collate "C" not null,
    serial          bigint           not null generated always as identity,
    stream          text             not null,
    -- Which records, with the instant or the ids that go with that kind of selection, if any do.
    selection       text             not null,
    since           timestamptz,
    ids             text[]           not null,
    -- Where to go on, as the practice system's adapter said; null at the beginning.
    cursor          text,
    constraint sync_checkpoint_key primary key (organization_id, sync_run_id, serial),
    constraint sync_checkpoint_of_run foreign key (organization_id, sync_run_id) references sync_run on delete cascade
);
call keep_organizations_apart('sync_checkpoint');
