-- Watching over messages: what the pages of staff search by, what staff did to messages, who looked at their texts.

-- The smallest id of a table whose time is not before the given one; ids rise with time. Found by halving along the primary key, so
-- that the busiest tables need no index on their times. Transactions that overlap may be out of order by as long as they took.
create function id_since(p_table text, p_column text, p_at timestamptz) returns bigint language plpgsql stable as $$
declare
  v_low bigint;
  v_high bigint;
  v_middle bigint;
  v_id bigint;
  v_at timestamptz;
begin
  execute format('select min(id), max(id) + 1 from %I', p_table) into v_low, v_high;
  while v_low < v_high loop
    v_middle := (v_low + v_high) / 2;
    execute format('select id, %I from %I where id >= $1 order by id limit 1', p_column, p_table) into v_id, v_at using v_middle;
    if v_at < p_at then v_low := v_id + 1; else v_high := v_middle; end if;
  end loop;
  return coalesce(v_low, 0);
end
$$;

create index inbox_by_address on inbox (address_id, id);
create index outbox_by_address on outbox (address_id, id);
create index outbox_unsent on outbox (status, id) where status in ('failed', 'skipped', 'expired');
create index outbox_push on outbox (id) where kind = 'push';

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

alter table access_log add column inbox_id bigint references inbox, add column outbox_id bigint references outbox;

grant select, insert on message_acts to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
grant execute on all functions in schema public to dukcapil_app;
