-- Who was shown whose data. The service may add and read entries, and neither change nor delete them.
create table audit_entry (
    organization_id text collate "C" not null,
    audit_entry_id  bigint           not null generated always as identity,
    user_id         text             not null,
    action          text             not null,
    request_id      text             not null,
    patient_ids     text[]           not null,
    occurred_at     timestamptz      not null,
    constraint audit_entry_key primary key (organization_id, audit_entry_id)
);
call keep_organizations_apart('audit_entry');
