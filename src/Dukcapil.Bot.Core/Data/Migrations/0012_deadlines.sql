-- Deadlines of steps and cases, results that nobody collects, and the ledger of scheduled work.

-- Deadlines ---------------------------------------------------------------------------------------------------------

-- The facts are when a step began, when the case came in, and when its clocks stood still. due_at and case_due_at follow from them and
-- the office's calendar, so that lists can be sorted; both are written anew when a case changes or the calendar does.
alter table cases
  add column step_visit integer not null default 1,
  add column case_due_at timestamptz;
create index cases_by_due on cases (step_role, due_at) where closed_at is null;

create table case_pauses (
  id bigint generated always as identity primary key,
  case_id bigint not null references cases,
  kind text not null check (kind in ('Resident', 'Hold', 'Ready')),
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at)
);
create unique index case_pauses_one_open on case_pauses (case_id) where ended_at is null;
create index case_pauses_by_case on case_pauses (case_id, id);

insert into case_pauses (case_id, kind, started_at)
  select id, case status when 'OnHold' then 'Hold' else 'Resident' end, paused_at from cases where paused_at is not null and closed_at is null;

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

create table deadline_acknowledgements (
  warning_id bigint primary key references deadline_warnings,
  staff_id uuid not null references staff,
  at timestamptz not null
);

-- Results that nobody collects --------------------------------------------------------------------------------------

create table collection_reminders (
  case_id bigint not null references cases,
  visit integer not null,
  number integer not null check (number > 0),
  day date not null,
  at timestamptz not null,
  primary key (case_id, visit, number)
);

-- No reminder outlives the wait it speaks of, whoever changes the case.
create function drop_collection_reminders() returns trigger language plpgsql as $$
begin
  update outbox set status = 'skipped', reason = 'Hasilnya tidak lagi menunggu diambil.', updated_at = new.updated_at
    where case_id = new.id and status = 'pending' and dedupe_key like 'ambil/%';
  return null;
end
$$;
create trigger cases_drop_collection_reminders after update of step_id, closed_at on cases for each row
  when (old.step_id <> new.step_id or (old.closed_at is null and new.closed_at is not null)) execute function drop_collection_reminders();

-- Scheduled work ----------------------------------------------------------------------------------------------------

create table job_runs (
  name text not null,
  key text not null,
  due_at timestamptz not null,
  by_hand boolean not null,
  started_at timestamptz not null,
  lease_until timestamptz not null,
  finished_at timestamptz,
  attempts integer not null,
  outcome text not null check (outcome in ('running', 'done', 'failed')),
  result text,
  primary key (name, key)
);
create index job_runs_by_start on job_runs (started_at);

-- One reminder for an unfinished application in a while.
create index outbox_drafts on outbox (address_id, created_at) where topic = 'isian';

grant select, insert, update on case_pauses, job_runs to dukcapil_app;
grant select, insert on deadline_warnings, deadline_acknowledgements, collection_reminders to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
grant execute on function drop_collection_reminders() to dukcapil_app;
