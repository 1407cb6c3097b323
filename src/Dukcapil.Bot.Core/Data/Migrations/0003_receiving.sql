-- Who a resident is, whether they want to be written to, and how their messages come.

-- Opt-out -----------------------------------------------------------------------------------------------------------

alter table addresses add column stopped_by text check (stopped_by in ('resident', 'provider', 'blocked'));
update addresses set stopped_by = 'resident' where stopped_at is not null;

-- What happened to an address apart from its messages. 'linked': a second identifier was found to be the same resident's;
-- 'flood' and 'loop': the office fell silent for a while.
create table address_events (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  at timestamptz not null,
  kind text not null check (kind in ('stopped', 'started', 'linked', 'flood', 'loop')),
  way text
);
create index address_events_by_address on address_events (address_id, id);
create index address_events_by_time on address_events (at);

-- A resident's own wish outranks a block that was noticed before it.
create function stop_address(p_address bigint, p_way text, p_at timestamptz) returns void language sql as $$
  with stopped as (
    update addresses set stopped_at = p_at, stopped_by = p_way
    where id = p_address and (stopped_at is null or (stopped_by = 'blocked' and p_way <> 'blocked')) returning id)
  insert into address_events (address_id, at, kind, way) select id, p_at, 'stopped', p_way from stopped
$$;

create function start_address(p_address bigint, p_way text, p_at timestamptz) returns void language sql as $$
  with started as (
    update addresses set stopped_at = null, stopped_by = null where id = p_address and stopped_at is not null returning id)
  insert into address_events (address_id, at, kind, way) select id, p_at, 'started', p_way from started
$$;

-- 21610: the resident has opted out at the provider; 63014: the resident has blocked the sender. Whoever records it.
create function note_stopped_recipient() returns trigger language plpgsql as $$
begin
  perform stop_address(new.address_id, case new.error_code when 21610 then 'provider' else 'blocked' end, new.updated_at);
  return null;
end
$$;
create trigger outbox_recipient_stopped after update of status on outbox for each row
  when (new.status = 'failed' and old.status <> 'failed' and new.error_code in (21610, 63014)) execute function note_stopped_recipient();

-- Addresses ---------------------------------------------------------------------------------------------------------

-- Every identifier of every resident: telephone number, WhatsApp user id. It alone says whose a message is; addresses.value_enc is
-- the identifier the resident wrote from last, where answers go.
create table address_aliases (
  value_hash bytea primary key,
  address_id bigint not null references addresses,
  added_at timestamptz not null
);
create index address_aliases_by_address on address_aliases (address_id);
insert into address_aliases (value_hash, address_id, added_at) select value_hash, id, created_at from addresses;
alter table addresses drop constraint addresses_value_hash_key;

alter table conversations add column rhythm bytea;
alter table inbox add column late boolean not null default false;
alter table inbox add column outcome text check (outcome in ('quiet', 'opt-out'));

-- How far the provider's list of incoming messages has been compared with the inbox.
create table inbox_comparison (
  only_row boolean primary key default true check (only_row),
  compared_until timestamptz not null
);

drop function receive_message(text, bytea, bytea, bytea, timestamptz);
drop function store_failed_message(text, bytea, bytea, bytea, timestamptz, text);
drop function address_of(bytea, bytea, timestamptz);

-- Makes one resident of two: the one who wrote last keeps the conversation and receives everything of the other. Locks both
-- conversations, so that no turn of either runs meanwhile.
create function merge_addresses(p_one bigint, p_two bigint, p_now timestamptz) returns bigint language plpgsql as $$
declare
  v_kept bigint;
  v_gone bigint;
begin
  perform from conversations where address_id in (p_one, p_two) order by address_id for update;
  select address_id into v_kept from conversations where address_id in (p_one, p_two)
    order by last_input_at desc nulls last, address_id limit 1;
  v_gone := p_one + p_two - v_kept;
  update address_aliases set address_id = v_kept where address_id = v_gone;
  update inbox set address_id = v_kept where address_id = v_gone;
  update outbox set address_id = v_kept where address_id = v_gone;
  update cases set address_id = v_kept where address_id = v_gone;
  update consents set address_id = v_kept where address_id = v_gone;
  update media set address_id = v_kept where address_id = v_gone;
  delete from conversations where address_id = v_gone;
  perform stop_address(v_kept, stopped_by, stopped_at) from addresses where id = v_gone and stopped_at is not null;
  return v_kept;
end
$$;

-- Whoever meets a new identifier, or two that are not yet known to be one resident's, waits here for others who met them too.
create function link_address(p_hash bytea, p_other bytea, p_address bytea, p_now timestamptz) returns bigint language plpgsql as $$
declare
  v_id bigint;
  v_other bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(encode(least(p_hash, p_other), 'hex'), 0));
  perform pg_advisory_xact_lock(hashtextextended(encode(greatest(p_hash, p_other), 'hex'), 0));
  select address_id into v_id from address_aliases where value_hash = p_hash;
  select address_id into v_other from address_aliases where value_hash = p_other;
  if v_id is null and v_other is null then
    insert into addresses (value_enc, value_hash, created_at) values (p_address, p_hash, p_now) returning id into v_id;
    insert into conversations (address_id) values (v_id);
  elsif v_id <> v_other then
    v_id := merge_addresses(v_id, v_other, p_now);
    insert into address_events (address_id, at, kind) values (v_id, p_now, 'linked');
  elsif p_other is not null and v_id is distinct from v_other then
    v_id := coalesce(v_id, v_other);
    insert into address_events (address_id, at, kind) values (v_id, p_now, 'linked');
  end if;
  insert into address_aliases (value_hash, address_id, added_at) select hash, v_id, p_now
    from unnest(array[p_hash, p_other]) hash where hash is not null on conflict (value_hash) do nothing;
  return v_id;
end
$$;

-- Whose a message is, by the identifier it came from and the other one it names, if any.
create function address_of(p_hash bytea, p_other bytea, p_address bytea, p_now timestamptz) returns bigint language plpgsql as $$
declare
  v_id bigint;
  v_other bigint;
begin
  select address_id into v_id from address_aliases where value_hash = p_hash;
  if p_other is null then
    if v_id is not null then return v_id; end if;
  else
    select address_id into v_other from address_aliases where value_hash = p_other;
    if v_id = v_other then return v_id; end if;
  end if;
  return link_address(p_hash, p_other, p_address, p_now);
end
$$;

-- Writes a message for the worker. Waits for a merge under way, so that the message is not left with the resident who is gone.
create function store_pending(
  p_sid text, p_hash bytea, p_content bytea, p_now timestamptz, p_late boolean, p_attempts integer, p_fault text,
  out address_id bigint, out inbox_id bigint)
language plpgsql as $$
#variable_conflict use_column
begin
  select a.address_id into store_pending.address_id from address_aliases a where a.value_hash = p_hash for share;
  insert into inbox (message_sid, address_id, received_at, status, attempts, content_enc, fault, late)
    values (p_sid, store_pending.address_id, p_now, 'pending', p_attempts, p_content, p_fault, p_late)
    on conflict (message_sid) do nothing returning id into store_pending.inbox_id;
end
$$;

-- Stores a message and, when the conversation is free and nothing older waits, locks it so that the caller can answer at once:
-- then the row is written as handled and lives or dies with the caller's transaction. Otherwise it is written as pending for
-- the worker. A message that came before (same sid) changes nothing.
create function receive_message(
  p_sid text, p_hash bytea, p_other bytea, p_address bytea, p_content bytea, p_now timestamptz, p_late boolean,
  out address_id bigint, out inbox_id bigint, out outcome text, out state bytea, out last_input timestamptz, out rhythm bytea)
language plpgsql as $$
#variable_conflict use_column
declare
  v_address bigint := address_of(p_hash, p_other, p_address, p_now);
  v_stopped_by text;
  v_value_hash bytea;
begin
  receive_message.address_id := v_address;
  select c.state_enc, c.last_input_at, c.rhythm, a.stopped_by, a.value_hash
    into receive_message.state, receive_message.last_input, receive_message.rhythm, v_stopped_by, v_value_hash
    from conversations c join addresses a on a.id = c.address_id where c.address_id = v_address for update of c skip locked;
  if found and not exists (select 1 from inbox i where i.address_id = v_address and i.status = 'pending') then
    receive_message.outcome := 'free';
    insert into inbox (message_sid, address_id, received_at, status, content_enc, handled_at, late)
      values (p_sid, v_address, p_now, 'handled', p_content, p_now, p_late)
      on conflict (message_sid) do nothing returning id into receive_message.inbox_id;
  else
    receive_message.outcome := 'busy';
    select s.address_id, s.inbox_id into receive_message.address_id, receive_message.inbox_id
      from store_pending(p_sid, p_hash, p_content, p_now, p_late, 0, null) s;
  end if;
  if receive_message.inbox_id is null then
    receive_message.outcome := 'duplicate';
    return;
  end if;
  -- Answers go where the resident wrote from last; and who writes no longer blocks the office.
  if v_value_hash <> p_hash then update addresses set value_enc = p_address, value_hash = p_hash where id = v_address; end if;
  if v_stopped_by = 'blocked' then perform start_address(v_address, 'resident', p_now); end if;
end
$$;

-- Stores a message whose first handling failed and was rolled back, for the worker to try again.
create function store_failed_message(
  p_sid text, p_hash bytea, p_other bytea, p_address bytea, p_content bytea, p_now timestamptz, p_late boolean, p_fault text)
returns bigint language plpgsql as $$
begin
  perform address_of(p_hash, p_other, p_address, p_now);
  return (select address_id from store_pending(p_sid, p_hash, p_content, p_now, p_late, 1, p_fault));
end
$$;

grant select, insert on address_events to dukcapil_app;
grant select, insert, update on address_aliases, inbox_comparison to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
grant execute on all functions in schema public to dukcapil_app;
