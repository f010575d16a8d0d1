-- Patients are found by any part of a name, an address or a number: a matter for trigrams. The organization stands in
-- the same index, so that a search costs what its own patients cost, however many others there are. V1 has no such index
-- because no policy lets LIKE near it; R__patient_search says how it is used all the same.
--
-- Both extensions are trusted: the database's owner may create them without being a superuser. Trigrams are made of
-- what the database's locale takes for letters; the service asks for ASCII ones only, which are letters in any.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create index patient_by_search_text on patient using gin (organization_id, search_text gin_trgm_ops);

-- The orders of lists that V1's indexes serve in one direction only. Pages by creation come out of one index both ways.
-- By name from the end the nameless, whom U+10FFFF stands for, come last all the same; case is leak-proof, as coalesce
-- is not, so that policies let the index find where a page begins.
drop index patient_by_creation;
create index patient_by_creation
    on patient (organization_id, created_at, patient_id)
    where archived_at is null and merged_into_id is null;
create index patient_by_name_from_the_end
    on patient (organization_id, (case when sort_name = U&'\+10FFFF' then '' else sort_name end) desc, patient_id)
    where archived_at is null and merged_into_id is null;
