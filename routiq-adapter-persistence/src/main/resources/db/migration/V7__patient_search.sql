-- Patients are found by any part of a name, an address or a number: a matter for trigrams. The organization stands in
-- the same index, so that a search costs what its own patients cost, however many others there are. V1 has no such index
-- because no policy lets LIKE near it; R__patient_search says how it is used all the same.
--
-- Both extensions are trusted: the database's owner may create them without being a superuser. Trigrams are made of
-- what the database's locale takes for letters; the service asks for ASCII ones only, which are letters in any.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create index patient_by_search_text on patient using gin (organization_id, search_text gin_trgm_ops);
