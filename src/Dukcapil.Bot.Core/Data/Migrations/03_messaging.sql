-- Messages with the provider: addresses of residents, messages in and out, media, templates, rates, incidents.

create table addresses (
  id bigint generated always as identity primary key,
  value_enc bytea not null,
  value_hash bytea not null,
  language text not null default 'id',
  created_at timestamptz not null,
  stopped_at timestamptz,
  stopped_by text check (stopped_by in ('resident', 'provider', 'blocked')),
  -- When a resident last asked for HAPUS DATA. What was kept then, because a case was open or a message on its way, goes once that is over.
  erased_at timestamptz
) with (fillfactor = 80);
create index addresses_erased on addresses (erased_at) where erased_at is not null and value_hash <> '';

-- Every identifier of every resident: telephone number, WhatsApp user id. It alone says whose a message is; addresses.value_enc is
-- the identifier the resident wrote from last, where answers go.
create table address_aliases (
  value_hash bytea primary key,
  address_id bigint not null references addresses,
  added_at timestamptz not null
);
create index address_aliases_by_address on address_aliases (address_id);

-- What happened to an address apart from its messages. 'linked': a second identifier was found to be the same resident's; 'moved': the
-- telephone number now writes with another WhatsApp user id, so it is somebody else's, and its resident keeps everything else; 'flood' and
-- 'loop': the office fell silent for a while.
create table address_events (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  at timestamptz not null,
  kind text not null check (kind in ('stopped', 'started', 'linked', 'moved', 'flood', 'loop')),
  way text
);
create index address_events_by_address on address_events (address_id, id);
create index address_events_by_time on address_events (at);

create table address_policy (
  only_row boolean primary key default true check (only_row),
  -- Operators give numbers out again: where WhatsApp names no user id, a number that was silent for longer must prove that it is still the
  -- same resident's before it is shown a case.
  silence_days integer not null default 180 check (silence_days between 30 and 3650),
  -- What one phone may have open at a time, so that nobody books up the office. Officers are not bound. The turns of a chat follow each
  -- other, so what one of them counts holds until it commits.
  most_open_cases integer not null default 10 check (most_open_cases between 1 and 1000),
  most_open_bookings integer not null default 5 check (most_open_bookings between 1 and 1000)
);
insert into address_policy default values;

create table inbox (
  id bigint generated always as identity primary key,
  message_sid text not null unique,
  address_id bigint not null references addresses,
  received_at timestamptz not null,
  status text not null check (status in ('pending', 'handled', 'parked')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  content_enc bytea not null,
  handled_at timestamptz,
  fault text,
  late boolean not null default false,
  outcome text check (outcome in ('quiet', 'opt-out'))
) with (fillfactor = 80);
create index inbox_pending on inbox (address_id, id) where status = 'pending';
create index inbox_parked on inbox (id) where status = 'parked';
create index inbox_by_address on inbox (address_id, id);

create table media (
  id uuid primary key,
  address_id bigint references addresses,
  provider_url_enc bytea,
  declared_type text not null,
  content_type text,
  byte_count integer,
  sha256 bytea,
  content_enc bytea,
  status text not null check (status in ('pending', 'stored', 'rejected', 'purged')),
  reason text,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  stored_at timestamptz,
  provider_deleted_at timestamptz,
  purged_at timestamptz
);
create index media_due on media (next_attempt_at) where status = 'pending' or provider_deleted_at is null;
create index media_by_address on media (address_id);

create table outbox (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  -- What it speaks of; the features below make the references.
  case_id bigint,
  booking_id bigint,
  kind text not null check (kind in ('reply', 'push')),
  -- What kind of news this is; names the templates that may carry it outside the 24-hour window. Replies have none.
  topic text,
  -- 0 answers a resident, 1 is news of a case, 2 a campaign: the lower goes first.
  priority smallint not null default 0,
  -- Replies have no key and need no entry in its index.
  dedupe_key text,
  content_enc bytea not null,
  fold_key text,
  -- How many changes this message tells of, older ones folded into it included.
  changes integer not null default 1,
  -- It has its own time: until then it holds up no other message of the resident.
  timed boolean not null default false,
  -- The provider said that the window is closed (63016): the next try goes as a template whatever our own clock says.
  as_template boolean not null default false,
  status text not null default 'pending' check (status in ('pending', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown',
                                                           'skipped', 'expired')),
  reason text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  not_before timestamptz not null,
  expires_at timestamptz,
  lease_until timestamptz,
  provider_sid text,
  -- The provider's ids of tries that failed and are being repeated: reports of them are no news any more.
  failed_sids text[] not null default '{}',
  error_code integer,
  -- What the code says of the recipient (kode-twilio.yaml): routines act on this, and know no code of the provider.
  recipient_fault text check (recipient_fault in ('opted-out', 'blocked', 'no-whatsapp')),
  sent_at timestamptz,
  updated_at timestamptz not null
) with (fillfactor = 70);
create index outbox_open_by_address on outbox (address_id, id) where status in ('pending', 'sending');
create index outbox_unknown on outbox (id) where status = 'unknown';
create unique index outbox_by_provider_sid on outbox (provider_sid) where provider_sid is not null;
create index outbox_by_case on outbox (case_id, id) where case_id is not null;
create index outbox_failed_sids on outbox using gin (failed_sids) where failed_sids <> '{}';
create index outbox_by_address on outbox (address_id, id);
create index outbox_unsent on outbox (status, id) where status in ('failed', 'skipped', 'expired');
create index outbox_push on outbox (id) where kind = 'push';
-- A message waits while an earlier one to the same recipient may still have to be sent again. There are few of these at any time.
create index outbox_unknown_by_address on outbox (address_id, id) where status = 'unknown';
create index outbox_by_topic on outbox (topic, id) where topic is not null;
create index outbox_timed_by_booking on outbox (booking_id) where timed and status = 'pending';
create unique index outbox_by_dedupe_key on outbox (dedupe_key) where dedupe_key is not null;
-- What is due, in the order of claims; what waits for its time is passed over within the index.
create index outbox_due on outbox (priority, not_before, id) where status = 'pending';
create index outbox_leases on outbox (lease_until) where status = 'sending';
-- One reminder for an unfinished application in a while.
create index outbox_drafts on outbox (address_id, created_at) where topic = 'isian';

-- The message says how it stands; this, what it went through, with the provider's codes. Every line comes from a trigger
-- (note_outbox_status), of a row that exists; the host can delete neither. That needs no proof for each line.
create table outbox_history (
  id bigint generated always as identity primary key,
  outbox_id bigint not null,
  at timestamptz not null,
  status text not null,
  reason text,
  error_code integer
);
create index outbox_history_by_message on outbox_history (outbox_id, id);

create table content_templates (
  key text primary key,
  content_sid text not null,
  created_at timestamptz not null
);

-- One row for each wording that was ever created at the provider: an approved wording cannot be changed, only followed by another.
create table message_templates (
  name text not null,
  language text not null,
  version text not null,
  body text not null,
  content_sid text not null,
  status text not null check (status in ('unsubmitted', 'received', 'pending', 'approved', 'rejected', 'paused', 'disabled')),
  reason text,
  created_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (name, language, version)
);

-- One rate for each sender, kept here because all replicas share it: a bucket that fills at the agreed rate and holds a tenth of a
-- second's worth, so that no second sees much more than the rate.
create table send_budgets (
  sender text primary key,
  tokens double precision not null,
  refilled_at timestamptz not null,
  -- Since when nobody could connect to the provider, and when the next message may try.
  unreachable_since timestamptz,
  next_probe_at timestamptz
);

create table incidents (
  id bigint generated always as identity primary key,
  kind text not null,
  subject text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  detail text not null
);
-- The same trouble is open once, however often and by however many replicas it is noticed.
create unique index incidents_one_open on incidents (kind, subject) where closed_at is null;
create index incidents_by_time on incidents (opened_at);

grant select, insert, update on addresses, address_aliases, inbox, media, outbox, message_templates, send_budgets, incidents
  to dukcapil_app;
grant select, insert on address_events to dukcapil_app;
grant select on address_policy, outbox_history to dukcapil_app;
grant select, insert, update, delete on content_templates to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
