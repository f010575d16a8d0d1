-- What the owner may see and delete across organizations, for the cleanup (docs/adr/0010). Row-level security stays forced:
-- these policies add exactly this for the role that owns the tables, and nothing for the role that serves. The ages are
-- the least ones; the cleanup asks for greater ones.

create policy ended_runs_for_owner on sync_run for select to current_user
    using (finished_at is not null);
create policy old_runs_deleted_by_owner on sync_run for delete to current_user
    using (finished_at < now() - interval '30 days');
create policy streams_of_ended_runs_for_owner on sync_run_stream for select to current_user
    using (exists (select
                   from sync_run
                   where sync_run.organization_id = sync_run_stream.organization_id
                     and sync_run.sync_run_id = sync_run_stream.sync_run_id
                     and sync_run.finished_at is not null));
create index sync_run_by_end on sync_run (finished_at) where finished_at is not null;

-- Six years is the longest that the laws of the practices' countries ask for: nobody deletes younger entries.
create policy entries_counted_by_owner on audit_entry for select to current_user
    using (true);
create policy old_entries_deleted_by_owner on audit_entry for delete to current_user
    using (occurred_at < now() - interval '6 years');
-- Entries come in the order of their time, so a few pages tell where the old ones are.
create index audit_entry_by_age on audit_entry using brin (occurred_at);

create policy forgotten_keys_for_owner on idempotency_key for select to current_user
    using (claimed_at < now() - interval '24 hours');
create policy forgotten_keys_deleted_by_owner on idempotency_key for delete to current_user
    using (claimed_at < now() - interval '24 hours');
