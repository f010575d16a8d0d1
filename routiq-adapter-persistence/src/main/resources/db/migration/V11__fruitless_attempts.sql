-- How many attempts in a row stored nothing: a run is given up for these, not for changing hands.
alter table sync_run
    add column fruitless_attempts integer not null default 0;
