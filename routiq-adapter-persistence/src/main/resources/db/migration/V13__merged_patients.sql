-- Visits of a patient who was merged into another count for the survivor. Appointments keep the patient whom the source
-- names, so that undoing a merge restores everything; the views say for whom they count.

create table patient_merge (
    organization_id text collate "C" not null,
    patient_id      text collate "C" not null,
    -- Who is left at the end of the chain of merges; a circle has no end and is not here.
    survivor_id     text collate "C" not null,
    constraint patient_merge_key primary key (organization_id, patient_id)
);
call keep_organizations_apart('patient_merge');
create index patient_merge_by_survivor on patient_merge (organization_id, survivor_id);

-- Patients whose merging has changed and whose visits were not read since: the source may have moved them without a sign.
create table moved_patient (
    organization_id text collate "C" not null,
    patient_id      text collate "C" not null,
    constraint moved_patient_key primary key (organization_id, patient_id)
);
call keep_organizations_apart('moved_patient');

create index patient_merged on patient (organization_id, merged_into_id) where merged_into_id is not null;

-- What patient_merge has to hold, by what the patients say. Slow, so it is asked for only when a merge came or went.
create view surviving_patient with (security_invoker = true) as
with recursive chain as (select organization_id, patient_id, merged_into_id as end_id, array[patient_id] as path
                         from patient
                         where merged_into_id is not null
                         union all
                         select chain.organization_id,
                                chain.patient_id,
                                patient.merged_into_id,
                                chain.path || patient.patient_id
                         from chain
                                  join patient
                                       on patient.organization_id = chain.organization_id
                                           and patient.patient_id = chain.end_id
                         where patient.merged_into_id is not null
                           and patient.patient_id <> all (chain.path))
select organization_id, patient_id, end_id as survivor_id
from chain
where not exists (select
                  from patient
                  where patient.organization_id = chain.organization_id
                    and patient.patient_id = chain.end_id
                    and patient.merged_into_id is not null);

-- A visit counts for the patient whom the source names, or for who survived them: a branch for each, written out so that
-- each finds its rows by index under row-level security too.
create or replace view visit_detail with (security_invoker = true) as
select appointment.organization_id,
       appointment.appointment_id as visit_id,
       appointment.patient_id as patient_id,
       appointment.starts_at,
       appointment.ends_at,
       appointment.appointment_type_id,
       appointment.practitioner_id,
       appointment.location_id,
       appointment.notes,
       case
           when appointment.deleted_at is not null then 'deleted'
           when appointment.archived_at is not null then 'archived'
           when appointment.cancelled_at is not null then 'cancelled'
           when appointment.did_not_arrive then 'did_not_arrive'
           else 'booked'
           end                    as standing,
       appointment.qualifies
from appointment
where appointment.patient_id is not null
  and not exists (select
                  from patient_merge
                  where patient_merge.organization_id = appointment.organization_id
                    and patient_merge.patient_id = appointment.patient_id)
union all
select appointment.organization_id,
       appointment.appointment_id as visit_id,
       patient_merge.survivor_id as patient_id,
       appointment.starts_at,
       appointment.ends_at,
       appointment.appointment_type_id,
       appointment.practitioner_id,
       appointment.location_id,
       appointment.notes,
       case
           when appointment.deleted_at is not null then 'deleted'
           when appointment.archived_at is not null then 'archived'
           when appointment.cancelled_at is not null then 'cancelled'
           when appointment.did_not_arrive then 'did_not_arrive'
           else 'booked'
           end                    as standing,
       appointment.qualifies
from patient_merge
         join appointment
              on appointment.organization_id = patient_merge.organization_id
                  and appointment.patient_id = patient_merge.patient_id
union all
select attendee.organization_id,
       attendee.attendee_id,
       attendee.patient_id,
       group_appointment.starts_at,
       group_appointment.ends_at,
       group_appointment.appointment_type_id,
       group_appointment.practitioner_id,
       group_appointment.location_id,
       group_appointment.notes,
       case
           when attendee.deleted_at is not null or group_appointment.deleted_at is not null then 'deleted'
           when attendee.archived_at is not null or group_appointment.archived_at is not null then 'archived'
           when attendee.cancelled_at is not null then 'cancelled'
           when attendee.did_not_arrive then 'did_not_arrive'
           else 'booked'
           end,
       attendee.qualifies and group_appointment.qualifies
from attendee
         join group_appointment
              on group_appointment.organization_id = attendee.organization_id
                  and group_appointment.group_appointment_id = attendee.group_appointment_id
where attendee.patient_id is not null
  and not exists (select
                  from patient_merge
                  where patient_merge.organization_id = attendee.organization_id
                    and patient_merge.patient_id = attendee.patient_id)
union all
select attendee.organization_id,
       attendee.attendee_id,
       patient_merge.survivor_id,
       group_appointment.starts_at,
       group_appointment.ends_at,
       group_appointment.appointment_type_id,
       group_appointment.practitioner_id,
       group_appointment.location_id,
       group_appointment.notes,
       case
           when attendee.deleted_at is not null or group_appointment.deleted_at is not null then 'deleted'
           when attendee.archived_at is not null or group_appointment.archived_at is not null then 'archived'
           when attendee.cancelled_at is not null then 'cancelled'
           when attendee.did_not_arrive then 'did_not_arrive'
           else 'booked'
           end,
       attendee.qualifies and group_appointment.qualifies
from patient_merge
         join attendee
              on attendee.organization_id = patient_merge.organization_id
                  and attendee.patient_id = patient_merge.patient_id
         join group_appointment
              on group_appointment.organization_id = attendee.organization_id
                  and group_appointment.group_appointment_id = attendee.group_appointment_id;

create or replace view visit with (security_invoker = true) as
select organization_id, visit_id, patient_id, starts_at, appointment_type_id, qualifies
from visit_detail;
