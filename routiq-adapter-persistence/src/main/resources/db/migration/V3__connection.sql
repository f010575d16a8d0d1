-- How an organization is connected to its practice system: one connection at most.
create table connection (
    organization_id    text collate "C" not null,
    -- Encrypted by the service, for this organization; no key to it is in the database.
    sealed_credentials text             not null,
    endpoint_url       text             not null,
    region             text             not null,
    key_hint           text             not null,
    -- The account that the key opens; null while it was never tried.
    account_id         text,
    account_name       text,
    account_country    text,
    sync_enabled       boolean          not null,
    interval_minutes   integer          not null,
    default_mode       text             not null,
    data_types         text[]           not null,
    status             text             not null,
    checked_at         timestamptz,
    created_at         timestamptz      not null,
    updated_at         timestamptz      not null,
    constraint connection_key primary key (organization_id),
    constraint connection_status_is_known check (status in ('unchecked', 'connected', 'action_required'))
);
call keep_organizations_apart('connection');
