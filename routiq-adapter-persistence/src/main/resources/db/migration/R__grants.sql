-- What the service's own role may do: no more than it does. Run again whenever this file or the role's name changes.
grant usage on schema ${flyway:defaultSchema} to "${application_role}";

grant select, insert, update, delete
    on patient, appointment, group_appointment, attendee, appointment_type, practitioner, location,
       rejected_record, watermark, connection, idempotency_key, scheduled_tasks, request_window,
       patient_merge, moved_patient, absent_record, census_reader
    to "${application_role}";
grant select on visit, visit_detail, surviving_patient to "${application_role}";
grant select, insert, update on sync_run, sync_run_stream to "${application_role}";
grant select, insert, delete on sync_checkpoint, census_page to "${application_role}";
grant select, insert on audit_entry to "${application_role}";
grant select on ${flyway:table} to "${application_role}";
