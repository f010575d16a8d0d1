-- A visit with everything that is shown of it, whether it counts or not. Apart from the view visit, which says only what
-- lists and figures ask for each of very many rows. Like that one, it runs with the rights of whoever asks. Where several
-- reasons not to count hold, standing is the first of them. A place in a class has the notes of the class.
create view visit_detail with (security_invoker = true) as
select organization_id,
       appointment_id as visit_id,
       patient_id,
       starts_at,
       ends_at,
       appointment_type_id,
       practitioner_id,
       location_id,
       notes,
       case
           when deleted_at is not null then 'deleted'
           when archived_at is not null then 'archived'
           when cancelled_at is not null then 'cancelled'
           when did_not_arrive then 'did_not_arrive'
           else 'booked'
           end        as standing,
       qualifies
from appointment
where patient_id is not null
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
where attendee.patient_id is not null;
