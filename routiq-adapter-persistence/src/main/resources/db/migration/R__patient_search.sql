-- How the service searches by the index on search_text. Run again whenever this file or the roles' names change.
--
-- Row-level security keeps LIKE away from indexes: an operator that is not leak-proof may see rows only after the policy
-- has let them through. So the search runs in a function, as a role of its own that nobody can log in with and whose
-- policy is true of every row, which leaves nothing to wait for. The role sees three columns and nothing else of the
-- database, the service cannot become it, and this function is the only thing that is done in its name. The function
-- keeps organizations apart itself, by the setting that the policies go by: without one it finds nobody.

grant usage on schema ${flyway:defaultSchema} to "${search_role}";
grant select (organization_id, patient_id, search_text) on patient to "${search_role}";

drop policy if exists search on patient;
create policy search on patient for select to "${search_role}" using (true);

-- Giving a function away takes membership in the role that gets it; it lasts no longer than that.
grant "${search_role}" to current_user;
grant create on schema ${flyway:defaultSchema} to "${search_role}";

drop function if exists find_patients(text[]);

-- The patients of the transaction's organization whose text is like each of the patterns. The index is asked for the
-- first one, so that should be the one that fits the fewest.
create function find_patients(patterns text[]) returns setof text
    language sql
    stable
    security definer
    rows 100
    set search_path = pg_catalog, pg_temp
as
$$
select patient_id
from ${flyway:defaultSchema}.patient
where organization_id = nullif(current_setting('routiq.organization_id', true), '')
  and search_text like patterns[1]
  and search_text like all (patterns)
$$;

revoke all on function find_patients(text[]) from public;
grant execute on function find_patients(text[]) to "${application_role}";
alter function find_patients(text[]) owner to "${search_role}";

revoke create on schema ${flyway:defaultSchema} from "${search_role}";
revoke "${search_role}" from current_user;
