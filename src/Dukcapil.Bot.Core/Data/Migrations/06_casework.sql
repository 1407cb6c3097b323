-- Casework: cases and their papers, deadlines, and who looked at personal data.

create table alur_versions (
  version text primary key,
  alur_id text not null,
  yaml text not null,
  loaded_at timestamptz not null
);

create sequence case_numbers;

create table cases (
  id bigint generated always as identity primary key,
  number text not null unique,
  alur_id text not null,
  alur_version text not null references alur_versions,
  address_id bigint references addresses,
  language text not null default 'id',
  relation text not null check (relation in ('sendiri', 'keluarga', 'sponsor', 'loket')),
  status text not null check (status in ('Submitted', 'InProgress', 'Forwarding', 'AwaitingResident', 'OnHold', 'Completed',
                                         'Rejected', 'Cancelled', 'NotCollected')),
  step_id text not null,
  step_role text not null,
  step_visit integer not null default 1,
  subject_name text not null,
  subject_hash bytea,
  nik_enc bytea,
  nik_hash bytea,
  kk_enc bytea,
  kk_hash bytea,
  birth_date date,
  kelurahan text,
  sponsor_name text,
  sponsor_contact_enc bytea,
  answers jsonb not null default '{}',
  assignee_id uuid references staff,
  reason text,
  submitted_at timestamptz not null,
  step_started_at timestamptz not null,
  -- The facts are when a step began, when the case came in, and when its clocks stood still. due_at and case_due_at follow from them and
  -- the office's calendar, so that lists can be sorted; both are written anew when a case changes or the calendar does.
  due_at timestamptz,
  case_due_at timestamptz,
  paused_at timestamptz,
  hold_until timestamptz,
  left_first_desk boolean not null default false,
  closed_at timestamptz,
  updated_at timestamptz not null,
  name_words tsvector generated always as (name_vector(subject_name)) stored
);
-- One open case for a person and an alur: a second one is pointed out, never created.
create unique index cases_one_open on cases (alur_id, subject_hash) where closed_at is null;
create index cases_work_list on cases (step_role, submitted_at, id) where closed_at is null;
create index cases_to_advance on cases (id) where status in ('Forwarding', 'AwaitingResident', 'OnHold');
create index cases_by_address on cases (address_id, id);
create index cases_by_nik on cases (nik_hash);
create index cases_by_kk on cases (kk_hash);
create index cases_by_due on cases (step_role, due_at) where closed_at is null;
create index cases_by_name on cases using gin (name_words);

create table case_berkas (
  case_id bigint not null references cases,
  item_id text not null,
  status text not null check (status in ('Missing', 'Sent', 'AtCounter', 'Accepted', 'ReplacementNeeded', 'NotApplicable')),
  reason text,
  changed_at timestamptz not null,
  judged_by uuid references staff,
  primary key (case_id, item_id)
);

create table case_files (
  id bigint generated always as identity primary key,
  case_id bigint not null references cases,
  item_id text not null,
  media_id uuid not null references media,
  added_at timestamptz not null,
  added_by uuid references staff,
  superseded_at timestamptz,
  unique (case_id, item_id, media_id)
);
create index case_files_by_media on case_files (media_id);

create table case_tasks (
  case_id bigint not null references cases,
  step_id text not null,
  task_id text not null,
  done_by uuid not null references staff,
  done_at timestamptz not null,
  primary key (case_id, step_id, task_id)
);

create table case_receipts (
  id bigint generated always as identity primary key,
  case_id bigint not null references cases,
  kind text not null check (kind in ('intake', 'handover')),
  issued_by uuid not null references staff,
  issued_at timestamptz not null,
  unique (case_id, kind)
);

create table case_handovers (
  case_id bigint primary key references cases,
  collected_by text not null,
  collector text not null check (collector in ('penduduk', 'keluarga', 'sponsor', 'kuasa')),
  handed_by uuid not null references staff,
  handed_at timestamptz not null
);

-- When the clocks of a case stood still.
create table case_pauses (
  id bigint generated always as identity primary key,
  case_id bigint not null references cases,
  kind text not null check (kind in ('Resident', 'Hold', 'Ready')),
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at)
);
create unique index case_pauses_one_open on case_pauses (case_id) where ended_at is null;
create index case_pauses_by_case on case_pauses (case_id, id);

create table case_history (
  id bigint generated always as identity primary key,
  case_id bigint not null references cases,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'resident', 'system')),
  actor_id uuid references staff,
  action text not null,
  before jsonb,
  after jsonb,
  reason text
);
create index case_history_by_case on case_history (case_id, id);

-- Each level is told once: of a step once in each visit to it (visit), of the whole case once (visit 0).
create table deadline_warnings (
  id bigint generated always as identity primary key,
  case_id bigint not null references cases,
  scope text not null check (scope in ('Step', 'Case')),
  visit integer not null,
  level text not null check (level in ('Holder', 'Section', 'Office')),
  step_id text not null,
  role text not null check (role in ('Petugas', 'Operator', 'Kasi', 'Kabid', 'Kadis')),
  staff_id uuid references staff,
  due_at timestamptz not null,
  warned_at timestamptz not null,
  unique (case_id, scope, visit, level)
);
create index deadline_warnings_by_role on deadline_warnings (role, id);

-- Who has taken note of a warning.
create table deadline_acknowledgements (
  warning_id bigint primary key references deadline_warnings,
  staff_id uuid not null references staff,
  at timestamptz not null
);

-- Reminders of results that nobody collects.
create table collection_reminders (
  case_id bigint not null references cases,
  visit integer not null,
  number integer not null check (number > 0),
  day date not null,
  at timestamptz not null,
  primary key (case_id, visit, number)
);

create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  staff_id uuid not null references staff,
  case_id bigint references cases,
  what text not null,
  media_id uuid,
  inbox_id bigint references inbox,
  outbox_id bigint references outbox,
  -- The features below make these references.
  person_id bigint,
  import_id bigint,
  complaint_id bigint,
  -- Why an officer looked, where the right to look needs a reason.
  reason text
);
create index access_log_by_case on access_log (case_id, id);
-- The page of a case is a look of its own.
create index access_log_case_looks on access_log (case_id, staff_id, at) where what in ('case', 'numbers');

alter table outbox add foreign key (case_id) references cases;

grant select, insert on alur_versions, case_receipts, case_handovers, case_history, deadline_warnings,
  deadline_acknowledgements, collection_reminders, access_log to dukcapil_app;
grant select, insert, update on cases, case_pauses to dukcapil_app;
grant select, insert, update, delete on case_berkas, case_files, case_tasks to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
