-- What runs that read everything met, and what they missed: by that, and by nothing else, records are deleted.

-- The ids on one page. As many rows as pages, so that a nightly pass writes little; gone when the run ends.
create table census_page (
    organization_id text collate "C"   not null,
    sync_run_id     text collate "C"   not null,
    serial          bigint             not null generated always as identity,
    stream          text               not null,
    record_ids      text[] collate "C" not null,
    -- False if the page had fewer records than the source announced.
    whole           boolean            not null,
    constraint census_page_key primary key (organization_id, sync_run_id, serial),
    constraint census_page_of_run foreign key (organization_id, sync_run_id) references sync_run on delete cascade
);
call keep_organizations_apart('census_page');

-- Records of the copy that the source, asked for them alone, does not know; two runs have to find so.
create table absent_record (
    organization_id text collate "C" not null,
    stream          text             not null,
    record_id       text collate "C" not null,
    first_run_id    text collate "C" not null,
    latest_run_id   text collate "C" not null,
    constraint absent_record_key primary key (organization_id, stream, record_id)
);
call keep_organizations_apart('absent_record');

-- Who read when nothing was missed: what somebody else does not see may only be hidden from them.
create table census_reader (
    organization_id text collate "C" not null,
    reader          text             not null,
    constraint census_reader_key primary key (organization_id)
);
call keep_organizations_apart('census_reader');

-- Instances of before still write force_refresh; those of now say it by an option.
alter table sync_run
    alter column force_refresh set default false,
    add column options text[] not null default '{}',
    -- Why what has vanished was not deleted, if so.
    add column deletion_alarm text;

-- What a verification found to differ.
alter table sync_run_stream
    add column missing  bigint not null default 0,
    add column outdated bigint not null default 0,
    add column vanished bigint not null default 0;
