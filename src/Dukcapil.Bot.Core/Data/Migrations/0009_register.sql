-- The register of people not yet recorded for KTP-el, as the office's lists give it, and the imports of those lists.

create table register_imports (
  id bigint generated always as identity primary key,
  file_name text not null,
  file_bytes bigint,
  -- Null: at the command line.
  started_by uuid references staff,
  started_at timestamptz not null,
  phase text not null check (phase in ('reading', 'merging', 'done', 'cancelled', 'broken_off', 'refused')),
  -- Of the database's clock. A running import that does not prolong it is broken off: its host is gone.
  lease_until timestamptz not null,
  cancel_asked_at timestamptz,
  finished_at timestamptz,
  -- Why it was refused: a code, its line and a detail such as the missing column.
  refusal text,
  refusal_line integer,
  refusal_detail text,
  bytes_read bigint not null default 0,
  rows_read integer not null default 0,
  rows_rejected integer not null default 0,
  -- Of the rejected: the NIK stood in the file before.
  rows_repeated integer not null default 0,
  -- Accepted without a kelurahan, since theirs is none of the city's.
  rows_unplaced integer not null default 0,
  people_new integer not null default 0,
  people_changed integer not null default 0,
  people_unchanged integer not null default 0,
  -- The list names another status than the one that the office's own people gave: theirs stayed.
  people_kept integer not null default 0,
  check ((phase in ('reading', 'merging')) = (finished_at is null))
) with (fillfactor = 50);
create unique index register_imports_one_running on register_imports ((true)) where phase in ('reading', 'merging');

create table import_rejections (
  id bigint generated always as identity primary key,
  import_id bigint not null references register_imports,
  line integer not null,
  column_name text,
  code text not null,
  detail text,
  row_enc bytea not null
);
create index import_rejections_by_line on import_rejections (import_id, line, id);

create table unrecorded_people (
  id bigint generated always as identity primary key,
  nik_hash bytea not null unique,
  nik_enc bytea not null,
  name_enc bytea not null,
  -- As the office gave it; never from the NIK, whose date may be wrong.
  birth_date date not null,
  ever_married boolean not null default false,
  phone_enc bytea,
  -- As address_aliases.value_hash.
  phone_hash bytea,
  phone_status text not null default 'unknown' check (phone_status in ('unknown', 'good', 'wrong', 'not_mine')),
  -- Numbers that proved to be somebody else's: no later list makes them this person's again.
  wrong_phones bytea[] not null default '{}',
  -- Of dialogs/wilayah.csv; null: none of the city's.
  kelurahan_code text,
  status text not null default 'unrecorded' check (status in ('unrecorded', 'recorded', 'died', 'moved')),
  -- Who gave the status; see judge_unrecorded.
  status_by text not null check (status_by in ('import', 'staff', 'resident', 'system')),
  recorded_at timestamptz,
  source text not null check (source in ('import', 'staff', 'resident')),
  last_import_id bigint references register_imports,
  -- Keyed hash of what the last list says of the person.
  row_hash bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Who made the last change, and why.
  actor_kind text not null check (actor_kind in ('import', 'staff', 'resident', 'system')),
  actor_id uuid references staff,
  reason text,
  check ((phone_enc is null) = (phone_hash is null)),
  check ((recorded_at is not null) = (status = 'recorded'))
) with (fillfactor = 90);
create index unrecorded_people_by_phone on unrecorded_people (phone_hash) where phone_hash is not null;
-- Counts and choices by place and age are read from the index alone.
create index unrecorded_people_by_place on unrecorded_people (status, kelurahan_code, birth_date, ever_married);

create table unrecorded_events (
  id bigint generated always as identity primary key,
  person_id bigint not null references unrecorded_people,
  at timestamptz not null,
  what text not null check (what in ('added', 'status', 'phone', 'phone_status')),
  before text,
  after text,
  actor_kind text not null,
  actor_id uuid,
  import_id bigint references register_imports,
  reason text
);
create index unrecorded_events_by_person on unrecorded_events (person_id, id);

-- Who is due: recording is a duty from 17 on, or for who is or was married (UU 24/2013 Pasal 63). Whoever was born on or before
-- p_latest_birth is old enough. The register holds citizens only.
create function is_due(p_status text, p_ever_married boolean, p_birth_date date, p_latest_birth date) returns boolean
  language sql immutable parallel safe as $$ select p_status = 'unrecorded' and (p_ever_married or p_birth_date <= p_latest_birth) $$;

-- Rules that hold whoever changes a person. A list never undoes what the office's people or the resident closed; it may change what a list
-- said. A number that was wrong for this person stays wrong when a list brings it back.
create function judge_unrecorded() returns trigger language plpgsql as $$
begin
  if new.actor_kind = 'import' and old.status_by <> 'import' and old.status <> 'unrecorded' then
    new.status := old.status;
  end if;
  if new.status <> old.status then new.status_by := new.actor_kind; end if;
  new.recorded_at := case when new.status <> 'recorded' then null when old.status = 'recorded' then old.recorded_at else coalesce(new.recorded_at, new.updated_at) end;
  if new.phone_hash is distinct from old.phone_hash then
    new.phone_status := case when new.phone_hash = any (new.wrong_phones) then 'wrong' else 'unknown' end;
  elsif new.phone_status in ('wrong', 'not_mine') and new.phone_hash is not null then
    new.wrong_phones := array_append(array_remove(new.wrong_phones, new.phone_hash), new.phone_hash);
  elsif new.phone_status = 'good' then
    new.wrong_phones := array_remove(new.wrong_phones, new.phone_hash);
  end if;
  return new;
end
$$;
create trigger unrecorded_people_judge before update on unrecorded_people for each row execute function judge_unrecorded();

-- Every change of status or number leaves a line, whoever makes it. Of people whom a list brought, the import itself tells.
create function note_unrecorded() returns trigger language plpgsql as $$
begin
  insert into unrecorded_events (person_id, at, what, before, after, actor_kind, actor_id, import_id, reason)
    select new.id, new.updated_at, c.what, c.before, c.after, new.actor_kind, new.actor_id,
           case new.actor_kind when 'import' then new.last_import_id end, new.reason
    from (values
      ('added', null, new.status, tg_op = 'INSERT'),
      ('status', case tg_op when 'UPDATE' then old.status end, new.status, tg_op = 'UPDATE' and old.status is distinct from new.status),
      ('phone', null, null, tg_op = 'UPDATE' and old.phone_hash is distinct from new.phone_hash),
      ('phone_status', case tg_op when 'UPDATE' then old.phone_status end, new.phone_status,
        tg_op = 'UPDATE' and old.phone_status is distinct from new.phone_status)) c (what, before, after, happened)
    where c.happened;
  return null;
end
$$;
create trigger unrecorded_people_note_added after insert on unrecorded_people for each row when (new.source <> 'import') execute function note_unrecorded();
create trigger unrecorded_people_note_changed after update on unrecorded_people for each row
  when (old.status is distinct from new.status or old.phone_hash is distinct from new.phone_hash or old.phone_status is distinct from new.phone_status)
  execute function note_unrecorded();

-- What an import has read and not yet merged, encrypted. Of no use after a crash of the server: the import is broken off with it.
create unlogged table unrecorded_staging (
  import_id bigint not null,
  nik_hash bytea not null,
  nik_enc bytea not null,
  name_enc bytea not null,
  birth_date date not null,
  ever_married boolean not null,
  phone_enc bytea,
  phone_hash bytea,
  kelurahan_code text,
  status text not null,
  row_hash bytea not null
) with (autovacuum_enabled = false);

alter table access_log add column person_id bigint references unrecorded_people, add column import_id bigint references register_imports;

grant select, insert, update on register_imports, unrecorded_people to dukcapil_app;
grant select, insert on unrecorded_events to dukcapil_app;
grant select, insert, delete on import_rejections to dukcapil_app;
grant select, insert, truncate on unrecorded_staging to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
grant execute on function is_due(text, boolean, date, date), judge_unrecorded(), note_unrecorded() to dukcapil_app;
