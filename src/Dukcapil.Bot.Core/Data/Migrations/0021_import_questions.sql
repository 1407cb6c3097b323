-- What is not certain in a list is asked of whoever imports it, before anything is written.
alter table register_imports drop constraint register_imports_phase_check;
alter table register_imports add constraint register_imports_phase_check
  check (phase in ('reading', 'asking', 'merging', 'done', 'cancelled', 'broken_off', 'refused'));
alter table register_imports drop constraint register_imports_check;
alter table register_imports add constraint register_imports_finished_check check ((phase in ('reading', 'asking', 'merging')) = (finished_at is null));

-- One list waits or runs at a time: all use the same staging.
drop index register_imports_one_running;
create unique index register_imports_one_running on register_imports ((true)) where phase in ('reading', 'asking', 'merging');

create table import_questions (
  import_id bigint not null references register_imports,
  kind text not null check (kind in ('status', 'married', 'swapped', 'differs')),
  -- What the list says, in capitals; empty for dates.
  value text not null,
  rows integer not null,
  -- Title of the column, and why a row is rejected that is not to be taken.
  column_name text,
  code text not null,
  answer text,
  primary key (import_id, kind, value)
);

alter table unrecorded_staging
  add column status_said text,
  add column married_said text,
  add column birth_doubt text,
  add column line integer not null default 0,
  -- The row as it stands in the file, encrypted; only of rows in which something is not certain.
  add column row_enc bytea;

grant select, insert, update on import_questions to dukcapil_app;
grant update, delete on unrecorded_staging to dukcapil_app;
