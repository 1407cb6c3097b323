-- What the office tells: what residents asked to be told about, visits to kelurahan, topics, answers to complaints.

-- Subscriptions -----------------------------------------------------------------------------------------------------

-- A topic is a name, such as 'jadwal:36.72.02.1005' (visits to a kelurahan) or 'kabar-kantor' (news of the office).
create table subscriptions (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  topic text not null,
  way text not null check (way in ('resident', 'staff')),
  created_at timestamptz not null,
  ended_at timestamptz,
  -- 'opt-out': BERHENTI or the provider's opt-out; 'merged': the resident's other identifier had asked for the same.
  ended_by text check (ended_by in ('resident', 'staff', 'opt-out', 'erased', 'merged')),
  check ((ended_at is null) = (ended_by is null))
);
create unique index subscriptions_one_open on subscriptions (address_id, topic) where ended_at is null;
create index subscriptions_by_topic on subscriptions (topic) where ended_at is null;

-- Who wants no messages wants these least of all, whoever records the wish. A block is no wish: it ends by itself when the resident writes.
create function end_subscriptions() returns trigger language plpgsql as $$
begin
  update subscriptions set ended_at = new.stopped_at, ended_by = 'opt-out' where address_id = new.id and ended_at is null;
  return null;
end
$$;
create trigger addresses_end_subscriptions after update of stopped_at, stopped_by on addresses for each row
  when (new.stopped_by in ('resident', 'provider') and old.stopped_by is distinct from new.stopped_by) execute function end_subscriptions();

-- Two identifiers that prove to be one resident's (merge_addresses) bring their subscriptions with them.
create function subscriptions_follow_address() returns trigger language plpgsql as $$
begin
  update subscriptions gone set ended_at = now(), ended_by = 'merged' where gone.address_id = old.address_id and gone.ended_at is null
    and exists (select from subscriptions kept where kept.address_id = new.address_id and kept.topic = gone.topic and kept.ended_at is null);
  update subscriptions set address_id = new.address_id where address_id = old.address_id;
  return null;
end
$$;
create trigger address_aliases_bring_subscriptions after update of address_id on address_aliases for each row
  when (old.address_id <> new.address_id) execute function subscriptions_follow_address();

-- Visits to kelurahan -----------------------------------------------------------------------------------------------

create table field_visits (
  id bigint generated always as identity primary key,
  kelurahan text not null,
  kind text not null check (kind in ('Recording', 'Registration')),
  day date not null,
  starts time not null,
  ends time not null,
  place text not null,
  note text,
  state text not null check (state in ('Planned', 'Changed', 'Cancelled')),
  updated_at timestamptz not null,
  -- Who changed it last; the trigger copies it into the history.
  updated_by uuid not null references staff,
  unique (kelurahan, kind, day, starts),
  check (starts < ends)
);
create index field_visits_by_day on field_visits (day, starts);

-- How a visit was before each change; nothing for a new one. Insert-only for the host but for the mark that those who asked were told.
create table field_visit_changes (
  id bigint generated always as identity primary key,
  visit_id bigint not null references field_visits,
  at timestamptz not null,
  staff_id uuid not null references staff,
  state_before text,
  day_before date,
  starts_before time,
  ends_before time,
  place_before text,
  told_at timestamptz
);
create index field_visit_changes_by_visit on field_visit_changes (visit_id, id);
create index field_visit_changes_untold on field_visit_changes (id) where told_at is null;

create function note_field_visit() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into field_visit_changes (visit_id, at, staff_id) values (new.id, new.updated_at, new.updated_by);
  else
    insert into field_visit_changes (visit_id, at, staff_id, state_before, day_before, starts_before, ends_before, place_before)
      values (new.id, new.updated_at, new.updated_by, old.state, old.day, old.starts, old.ends, old.place);
  end if;
  return null;
end
$$;
create trigger field_visits_note after insert or update on field_visits for each row execute function note_field_visit();

-- Topics of information ---------------------------------------------------------------------------------------------

-- Every version that was published; the newest of a topic counts. Without one the text of the content folder does. Insert-only for the host:
-- 'version' follows the one that the editor saw, so that of two editors at once the second is refused.
create table topic_versions (
  id bigint generated always as identity primary key,
  topic text not null check (topic ~ '^[a-z0-9-]{2,40}$'),
  version integer not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references staff,
  title_id text not null,
  title_en text not null,
  body_id text not null,
  body_en text not null,
  buttons text[] not null,
  phrases text[] not null,
  is_on boolean not null,
  notice_id text,
  notice_en text,
  notice_until date,
  restored_from integer,
  unique (topic, version),
  check (num_nulls(notice_id, notice_en, notice_until) in (0, 3))
);

-- Complaints --------------------------------------------------------------------------------------------------------

-- What was said, by either side, stands encrypted in the events.
create table complaints (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  case_id bigint references cases,
  may_call boolean not null,
  -- Money was asked for: read only by those who lead.
  is_money boolean not null,
  state text not null check (state in ('New', 'Taken', 'Answered', 'Closed')),
  assignee_id uuid references staff,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index complaints_by_address on complaints (address_id, id);
create index complaints_open on complaints (created_at) where state <> 'Closed';

create table complaint_events (
  id bigint generated always as identity primary key,
  complaint_id bigint not null references complaints,
  at timestamptz not null,
  action text not null check (action in ('made', 'taken', 'answered', 'closed', 'reopened')),
  staff_id uuid references staff,
  text_enc bytea
);
create index complaint_events_by_complaint on complaint_events (complaint_id, id);
alter table access_log add column complaint_id bigint references complaints;

create function complaints_follow_address() returns trigger language plpgsql as $$
begin
  update complaints set address_id = new.address_id where address_id = old.address_id;
  return null;
end
$$;
create trigger address_aliases_bring_complaints after update of address_id on address_aliases for each row
  when (old.address_id <> new.address_id) execute function complaints_follow_address();

-- Grants ------------------------------------------------------------------------------------------------------------

grant select, insert, update on subscriptions to dukcapil_app;
grant select, insert, update on complaints to dukcapil_app;
grant select, insert on complaint_events, topic_versions to dukcapil_app;
grant select, insert, update on field_visits to dukcapil_app;
grant select, insert, update (told_at) on field_visit_changes to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
grant execute on all functions in schema public to dukcapil_app;
