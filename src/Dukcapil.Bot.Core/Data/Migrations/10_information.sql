-- Information: what residents asked to be told about, visits to kelurahan, topics, complaints and their answers.

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
-- Two identifiers that prove to be one resident's bring their subscriptions: found by the address, ended ones included.
create index if not exists subscriptions_by_address on subscriptions (address_id);

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

-- Every version that was published; the newest of a topic counts. Without one the text of the content folder does. Insert-only for the
-- host: 'version' follows the one that the editor saw, so that of two editors at once the second is refused.
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

-- What was said, by either side, stands encrypted in the events.
create table complaints (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  case_id bigint references cases,
  may_call boolean not null,
  -- Money was asked for: read only by those who lead.
  is_money boolean not null,
  -- In doubt a complaint is for heads.
  for_heads boolean not null default true,
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

alter table access_log add foreign key (complaint_id) references complaints;

grant select, insert, update on subscriptions, field_visits, complaints to dukcapil_app;
grant select, update (told_at) on field_visit_changes to dukcapil_app;
grant select, insert on topic_versions, complaint_events to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
