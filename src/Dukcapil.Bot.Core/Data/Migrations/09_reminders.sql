-- Reminders: the register of people not yet recorded for KTP-el, as the office's lists give it, and the imports of those lists; campaigns
-- (pengingat massal) to them, and broadcasts (siaran) to residents who asked for a topic or have an open case. Who is written to is frozen
-- when a campaign is approved; whether they still should be is read again when their turn comes.

create table register_imports (
  id bigint generated always as identity primary key,
  file_name text not null,
  file_bytes bigint,
  -- Null: at the command line.
  started_by uuid references staff,
  started_at timestamptz not null,
  phase text not null check (phase in ('reading', 'asking', 'merging', 'done', 'cancelled', 'broken_off', 'refused')),
  -- Of the database's clock. A running import that does not prolong it is broken off: its host is gone.
  lease_until timestamptz not null,
  cancel_asked_at timestamptz,
  finished_at timestamptz,
  -- Why it was refused: a code, its line and a detail such as the missing column.
  refusal text,
  refusal_line integer,
  refusal_detail text,
  -- The heading as the file has it, to give rejected rows back in the same columns.
  columns text[] not null default '{}',
  separator text,
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
  constraint register_imports_finished_check check ((phase in ('reading', 'asking', 'merging')) = (finished_at is null))
) with (fillfactor = 50);
create unique index register_imports_one_running on register_imports ((true)) where phase in ('reading', 'asking', 'merging');

-- What is not certain in a list is asked of whoever imports it, before anything is written.
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
  row_hash bytea not null,
  status_said text,
  married_said text,
  birth_doubt text,
  line integer not null default 0,
  -- The row as it stands in the file, encrypted; only of rows in which something is not certain.
  row_enc bytea
) with (autovacuum_enabled = false);

create table campaigns (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('Recording', 'Broadcast')),
  title text not null,
  text_id text not null,
  -- For residents who chose English; null: they read the Indonesian text.
  text_en text,
  state text not null default 'Draft' check (state in ('Draft', 'Submitted', 'Running', 'Paused', 'Stopped', 'Finished')),
  -- Rises with every save: who approves, approves what they read.
  revision integer not null default 1,
  -- Of a campaign: kelurahan (empty: all), age in whole years, ever married (null: either), not told for so many days, and how many days
  -- before the 17th birthday somebody already counts.
  audience_places text[] not null default '{}',
  audience_from_age smallint,
  audience_to_age smallint,
  audience_married boolean,
  audience_untold_days integer,
  audience_lead_days integer not null default 0,
  -- Of a broadcast: subscribers of a topic, residents with an open case, or both.
  audience_topic text,
  audience_open_cases boolean not null default false,
  starts_at timestamptz not null,
  -- Whose turn has not come by then is not written to.
  ends_at timestamptz not null,
  per_minute integer not null check (per_minute between 1 and 100000),
  -- Days between two messages to one phone over all campaigns; and how many it gets within 365 days at most.
  spacing_days integer not null check (spacing_days between 0 and 365),
  most_a_year integer not null check (most_a_year between 1 and 365),
  -- Share of phones that get nothing, so that the office sees whether reminding helps.
  held_out_percent integer not null check (held_out_percent between 0 and 50),
  written_by uuid not null references staff,
  written_at timestamptz not null,
  approved_by uuid references staff,
  -- When the recipients were frozen.
  approved_at timestamptz,
  -- Up to this moment the pace has been used up.
  paced_until timestamptz,
  ended_at timestamptz,
  check (starts_at < ends_at),
  check ((state in ('Draft', 'Submitted')) <= (approved_at is null)),
  check ((state in ('Running', 'Paused', 'Finished')) <= (approved_at is not null)),
  check ((state in ('Stopped', 'Finished')) = (ended_at is not null)),
  -- Nobody approves what they wrote themselves.
  constraint campaigns_two_people check (approved_by <> written_by)
);
create index campaigns_running on campaigns (id) where state = 'Running';

-- What was done with a campaign, and by whom; null: by the system. Insert-only for the host.
create table campaign_history (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns,
  at timestamptz not null,
  staff_id uuid references staff,
  act text not null,
  detail jsonb not null default '{}'
);
create index campaign_history_by_campaign on campaign_history (campaign_id, id);

-- National holidays on which the office writes all the same.
create table campaign_open_days (
  day date primary key,
  decided_by uuid not null references staff,
  decided_at timestamptz not null
);

-- 'planned': waits for its turn. 'queued': has a message, whose fate stands in the outbox. 'covered': another person of the same phone has
-- it, since one phone gets one message. 'held': held out when its turn came. 'skipped': gets none, for the reason.
create table campaign_recipients (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns,
  -- Null in a broadcast.
  person_id bigint references unrecorded_people,
  -- Known from the turn on; in a broadcast from the beginning.
  address_id bigint references addresses,
  -- The person's number when the campaign was planned.
  phone_hash bytea,
  -- Drawn for the phone and not for the person: a reminder to a family is heard by all of it.
  arm text not null check (arm in ('sent', 'held_out')),
  state text not null check (state in ('planned', 'queued', 'covered', 'held', 'skipped')),
  reason text,
  -- The order, mixed over the city; people of one phone share it.
  turn bigint not null,
  -- How often its turn came: a message that was withdrawn unsent is followed by another.
  round integer not null default 0,
  outbox_id bigint references outbox,
  turn_at timestamptz,
  told_at timestamptz,
  answer text check (answer in ('record', 'recorded', 'not_mine', 'later')),
  answered_at timestamptz,
  check (num_nonnulls(person_id, address_id) >= 1),
  check ((state = 'queued') <= (outbox_id is not null and address_id is not null)),
  check ((state in ('queued', 'covered')) = (told_at is not null)),
  check ((state = 'skipped') = (reason is not null))
) with (fillfactor = 70);
create unique index campaign_recipients_one_person on campaign_recipients (campaign_id, person_id) where person_id is not null;
create unique index campaign_recipients_one_resident on campaign_recipients (campaign_id, address_id) where person_id is null;
-- One phone, one message: whatever happens at the same time.
create unique index campaign_recipients_one_message on campaign_recipients (campaign_id, address_id) where state = 'queued';
create unique index campaign_recipients_by_message on campaign_recipients (outbox_id) where outbox_id is not null;
create index campaign_recipients_in_turn on campaign_recipients (campaign_id, turn, id) where state = 'planned';
create index campaign_recipients_by_person on campaign_recipients (person_id, told_at) where told_at is not null;
create index campaign_recipients_by_address on campaign_recipients (address_id, told_at) where address_id is not null;

-- What a resident said in answer to a reminder, for staff to confirm: the resident's word alone records nobody. While it is open, or when
-- it proved true, no reminder goes to that person.
create table reminder_claims (
  id bigint generated always as identity primary key,
  person_id bigint not null references unrecorded_people,
  address_id bigint not null references addresses,
  recipient_id bigint not null references campaign_recipients,
  kind text not null check (kind in ('recorded', 'not_mine')),
  said_at timestamptz not null,
  state text not null default 'Open' check (state in ('Open', 'Confirmed', 'Refused')),
  decided_by uuid references staff,
  decided_at timestamptz,
  check ((state = 'Open') = (decided_at is null))
);
create unique index reminder_claims_one_open on reminder_claims (person_id) where state = 'Open';
create index reminder_claims_open on reminder_claims (id) where state = 'Open';
create index reminder_claims_by_address on reminder_claims (address_id);

alter table access_log add foreign key (person_id) references unrecorded_people, add foreign key (import_id) references register_imports;

grant select, insert, update on register_imports, import_questions, unrecorded_people, campaigns, campaign_recipients,
  reminder_claims to dukcapil_app;
grant select, insert, delete on import_rejections, campaign_open_days to dukcapil_app;
grant select on unrecorded_events to dukcapil_app;
grant select, insert, update, delete, truncate on unrecorded_staging to dukcapil_app;
grant select, insert on campaign_history to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
