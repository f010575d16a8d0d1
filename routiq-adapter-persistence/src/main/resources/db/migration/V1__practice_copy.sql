-- The copy of each practice's records: what synchronisation writes and the lists read.
--
-- Every table that belongs to organizations starts its key with organization_id, so that the whole schema can be
-- distributed by it, and is kept apart by row-level security. Ids are the practice system's, compared byte by byte.
-- updated_at is a record's version at the source: an older one never replaces a newer one. Records arrive in any order,
-- so references between them are no foreign keys: what they name may come later, or never.

-- Lets nobody, the tables' owner included, see or write another organization's rows than the transaction is for; none
-- at all where it is for none. The sub-select makes PostgreSQL look the setting up once a statement, not once a row.
create procedure keep_organizations_apart(of_table regclass)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', of_table);
    execute format('alter table %s force row level security', of_table);
    execute format(
        'create policy own_organization on %s using (%s) with check (%2$s)',
        of_table,
        'organization_id = (select nullif(current_setting(''routiq.organization_id'', true), ''''))');
end
$$;

create table patient (
    organization_id       text collate "C" not null,
    patient_id            text collate "C" not null,
    first_name            text,
    last_name             text,
    email                 text,
    phone                 text,
    -- Written by the service without case and accents, so that every database orders and finds alike, whatever its
    -- locale. The nameless are sorted by U+10FFFF, which no name comes after.
    sort_name             text collate "C" not null,
    search_text           text collate "C" not null,
    archived_at           timestamptz,
    merged_into_id        text collate "C",
    created_at            timestamptz      not null,
    updated_at            timestamptz      not null,
    -- The latest start of all qualifying visits, past and future; null without any. Depends on data only, never on now,
    -- and is kept in step in the transaction that stores the visits: a patient is active while it is not too long ago.
    latest_appointment_at timestamptz,
    constraint patient_key primary key (organization_id, patient_id)
);
call keep_organizations_apart('patient');

-- One for each order in which patients are listed as a rule. Nothing searches search_text by index: under row-level
-- security PostgreSQL uses none for operators like LIKE that are not leak-proof, so a trigram index would only cost.
create index patient_by_latest_appointment
    on patient (organization_id, latest_appointment_at desc nulls last, patient_id)
    where archived_at is null and merged_into_id is null;
create index patient_by_name
    on patient (organization_id, sort_name, patient_id)
    where archived_at is null and merged_into_id is null;
create index patient_by_creation
    on patient (organization_id, created_at desc nulls last, patient_id)
    where archived_at is null and merged_into_id is null;

-- An appointment of one patient.
create table appointment (
    organization_id     text collate "C" not null,
    appointment_id      text collate "C" not null,
    patient_id          text collate "C",
    starts_at           timestamptz      not null,
    ends_at             timestamptz,
    appointment_type_id text collate "C",
    practitioner_id     text collate "C",
    location_id         text collate "C",
    notes               text,
    did_not_arrive      boolean          not null,
    cancelled_at        timestamptz,
    archived_at         timestamptz,
    deleted_at          timestamptz,
    created_at          timestamptz      not null,
    updated_at          timestamptz      not null,
    qualifies           boolean          not null generated always as
        (not did_not_arrive and cancelled_at is null and archived_at is null and deleted_at is null) stored,
    constraint appointment_key primary key (organization_id, appointment_id)
);
call keep_organizations_apart('appointment');

-- Answers a patient's visits without touching the table.
create index appointment_by_patient
    on appointment (organization_id, patient_id, starts_at) include (qualifies, appointment_type_id);
create index appointment_by_start
    on appointment (organization_id, starts_at, patient_id) where qualifies;

-- A class that several patients attend. It is never cancelled as a whole: its places are.
create table group_appointment (
    organization_id      text collate "C" not null,
    group_appointment_id text collate "C" not null,
    starts_at            timestamptz      not null,
    ends_at              timestamptz,
    appointment_type_id  text collate "C",
    practitioner_id      text collate "C",
    location_id          text collate "C",
    notes                text,
    archived_at          timestamptz,
    deleted_at           timestamptz,
    created_at           timestamptz      not null,
    updated_at           timestamptz      not null,
    qualifies            boolean          not null generated always as
        (archived_at is null and deleted_at is null) stored,
    constraint group_appointment_key primary key (organization_id, group_appointment_id)
);
call keep_organizations_apart('group_appointment');

create index group_appointment_by_start
    on group_appointment (organization_id, starts_at) where qualifies;

-- One patient's place in a class.
create table attendee (
    organization_id      text collate "C" not null,
    attendee_id          text collate "C" not null,
    group_appointment_id text collate "C" not null,
    patient_id           text collate "C",
    did_not_arrive       boolean          not null,
    cancelled_at         timestamptz,
    archived_at          timestamptz,
    deleted_at           timestamptz,
    created_at           timestamptz      not null,
    updated_at           timestamptz      not null,
    qualifies            boolean          not null generated always as
        (not did_not_arrive and cancelled_at is null and archived_at is null and deleted_at is null) stored,
    constraint attendee_key primary key (organization_id, attendee_id)
);
call keep_organizations_apart('attendee');

create index attendee_by_patient
    on attendee (organization_id, patient_id) include (group_appointment_id, qualifies);
create index attendee_by_group_appointment
    on attendee (organization_id, group_appointment_id);

create table appointment_type (
    organization_id     text collate "C" not null,
    appointment_type_id text collate "C" not null,
    name                text             not null,
    -- The name in lower case, written by the service, because lower() depends on the database's locale.
    name_key            text collate "C" not null,
    archived_at         timestamptz,
    updated_at          timestamptz      not null,
    constraint appointment_type_key primary key (organization_id, appointment_type_id)
);
call keep_organizations_apart('appointment_type');

create table practitioner (
    organization_id text collate "C" not null,
    practitioner_id text collate "C" not null,
    name            text             not null,
    updated_at      timestamptz      not null,
    constraint practitioner_key primary key (organization_id, practitioner_id)
);
call keep_organizations_apart('practitioner');

create table location (
    organization_id text collate "C" not null,
    location_id     text collate "C" not null,
    name            text             not null,
    time_zone       text,
    updated_at      timestamptz      not null,
    constraint location_key primary key (organization_id, location_id)
);
call keep_organizations_apart('location');

-- Who comes when, whether alone or in a class: one row for each patient's visit. What reads it sees what the tables'
-- policies let it see, because the view runs with the rights of whoever asks.
create view visit with (security_invoker = true) as
select organization_id,
       appointment_id as visit_id,
       patient_id,
       starts_at,
       appointment_type_id,
       qualifies
from appointment
where patient_id is not null
union all
select attendee.organization_id,
       attendee.attendee_id,
       attendee.patient_id,
       group_appointment.starts_at,
       group_appointment.appointment_type_id,
       attendee.qualifies and group_appointment.qualifies
from attendee
         join group_appointment
              on group_appointment.organization_id = attendee.organization_id
                  and group_appointment.group_appointment_id = attendee.group_appointment_id
where attendee.patient_id is not null;

-- Records that could not be understood, until they can: which and why, never their values.
create table rejected_record (
    organization_id text collate "C" not null,
    stream          text             not null,
    record_id       text collate "C" not null,
    reason          text             not null,
    first_seen_at   timestamptz      not null,
    last_seen_at    timestamptz      not null,
    attempts        integer          not null,
    constraint rejected_record_key primary key (organization_id, stream, record_id)
);
call keep_organizations_apart('rejected_record');

-- Each record of a stream that the copy holds is as it was at as_of, by the source's clock; none is missing that visits
-- from covers_from on need, or none at all where that is null.
create table watermark (
    organization_id text collate "C" not null,
    stream          text             not null,
    as_of           timestamptz      not null,
    covers_from     timestamptz,
    constraint watermark_key primary key (organization_id, stream)
);
call keep_organizations_apart('watermark');
