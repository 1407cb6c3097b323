-- Message operations: what staff did to messages.

-- What staff did to a message, and why. Insert-only for the host.
create table message_acts (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  staff_id uuid not null references staff,
  act text not null check (act in ('replay', 'resend', 'reconcile', 'close')),
  inbox_id bigint references inbox,
  outbox_id bigint references outbox,
  reason text,
  check (num_nonnulls(inbox_id, outbox_id) = 1)
);
create index message_acts_by_inbox on message_acts (inbox_id, id) where inbox_id is not null;
create index message_acts_by_outbox on message_acts (outbox_id, id) where outbox_id is not null;

grant select, insert on message_acts to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
