-- One path for a turn: whatever begins it, finish_turns ends it. A message that is handled alone is stored first and is then a message that
-- waited, so that the webhook and the worker take the same way.

alter table conversations rename column rhythm to flood_counter;

drop function begin_turns(text[], bytea[], bytea[], bytea[], timestamptz);
drop function receive_message(text, bytea, bytea, bytea, bytea, timestamptz, boolean);
drop function finish_turns(
  timestamptz, timestamptz, timestamptz, timestamptz, integer, bigint[], text[], bytea[], timestamptz[], boolean[], text[], bytea[], bytea[], bigint[], bytea[]);

-- Locks the conversations of several messages without waiting and reads them; what is not returned is to be handled alone: its
-- conversation is busy, an older message waits or another one of this resident comes first, it came before, or something about the
-- address changes by it. Places count from 1.
create function begin_turns(p_sids text[], p_hashes bytea[], p_others bytea[], p_addresses bytea[], p_now timestamptz)
returns table (place integer, address_id bigint, state bytea, last_input timestamptz, flood_counter bytea)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  v_places integer[];
  v_ids bigint[];
begin
  -- Who writes for the first time. In one order everywhere, since each waits for others who meet the same identifier.
  perform address_of(t.hash, null, t.address, p_now) from (
    select m.hash, m.address from unnest(p_hashes, p_others, p_addresses) m (hash, other, address)
    where m.other is null and not exists (select from address_aliases l where l.value_hash = m.hash) order by m.hash) t;
  select array_agg(t.place), array_agg(t.address_id) into v_places, v_ids from (
    select m.place::integer as place, c.address_id
    from unnest(p_hashes, p_others) with ordinality m (hash, other, place)
      join address_aliases l on l.value_hash = m.hash
      join addresses a on a.id = l.address_id and a.value_hash = m.hash and a.stopped_by is distinct from 'blocked'
      join conversations c on c.address_id = l.address_id
    where m.other is null or exists (select from address_aliases o where o.value_hash = m.other and o.address_id = l.address_id)
    for update of c skip locked) t;
  -- A statement of its own, so that it sees what the last holder of each lock committed.
  return query
    select distinct on (t.address_id) t.place, t.address_id, c.state_enc, c.last_input_at, c.flood_counter
    from unnest(v_places, v_ids) t (place, address_id) join conversations c on c.address_id = t.address_id
    where not exists (select from inbox i where i.address_id = t.address_id and i.status = 'pending')
      and not exists (select from inbox i where i.message_sid = p_sids[t.place])
    order by t.address_id, t.place;
end
$$;

-- Stores a message as pending and, when the conversation is free and nothing older waits, locks it so that the caller can answer at once:
-- then the row lives or dies with the caller's transaction. May wait for others who meet the same identifiers. A message that came before
-- (same sid) changes nothing.
create function receive_message(
  p_sid text, p_hash bytea, p_other bytea, p_address bytea, p_content bytea, p_now timestamptz, p_late boolean,
  out address_id bigint, out inbox_id bigint, out outcome text, out state bytea, out last_input timestamptz, out flood_counter bytea)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  v_address bigint;
  v_stopped_by text;
  v_value_hash bytea;
begin
  select l.address_id, c.state_enc, c.last_input_at, c.flood_counter, a.stopped_by, a.value_hash
    into v_address, receive_message.state, receive_message.last_input, receive_message.flood_counter, v_stopped_by, v_value_hash
    from address_aliases l join conversations c on c.address_id = l.address_id join addresses a on a.id = l.address_id
    where l.value_hash = p_hash and (p_other is null or exists (
      select 1 from address_aliases o where o.value_hash = p_other and o.address_id = l.address_id))
    for update of c skip locked;
  if not found then
    v_address := address_of(p_hash, p_other, p_address, p_now);
    select c.state_enc, c.last_input_at, c.flood_counter, a.stopped_by, a.value_hash
      into receive_message.state, receive_message.last_input, receive_message.flood_counter, v_stopped_by, v_value_hash
      from conversations c join addresses a on a.id = c.address_id where c.address_id = v_address for update of c skip locked;
  end if;
  receive_message.address_id := v_address;
  if found and not exists (select 1 from inbox i where i.address_id = v_address and i.status = 'pending') then
    receive_message.outcome := 'free';
    insert into inbox (message_sid, address_id, received_at, status, content_enc, late)
      values (p_sid, v_address, p_now, 'pending', p_content, p_late)
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

-- Writes what turns came to: messages as handled (new ones, and those of p_inbox_ids that were stored already), conversations, replies. Of the
-- first p_most replies the first one of a resident is written as claimed when the claim would take it now (the conditions are those of
-- claim_messages); these are returned, for the caller to send once it has committed. A message that came before fails here by its unique id,
-- and takes everything back.
create function finish_turns(
  p_now timestamptz, p_expires_at timestamptz, p_lease_until timestamptz, p_unknown_since timestamptz, p_most integer,
  p_addresses bigint[], p_inbox_ids bigint[], p_sids text[], p_contents bytea[], p_received_at timestamptz[], p_late boolean[], p_outcomes text[],
  p_states bytea[], p_counters bytea[], p_replying bigint[], p_replies bytea[])
returns table (address_id bigint, id bigint)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
begin
  -- In one order everywhere: two hosts that were given the same messages must not wait for each other.
  insert into inbox (message_sid, address_id, received_at, status, content_enc, handled_at, late, outcome)
    select t.sid, t.address_id, t.received_at, 'handled', t.content, p_now, t.late, t.outcome
    from unnest(p_inbox_ids, p_sids, p_addresses, p_received_at, p_contents, p_late, p_outcomes)
      t (inbox_id, sid, address_id, received_at, content, late, outcome)
    where t.inbox_id is null order by t.sid;
  if array_remove(p_inbox_ids, null) <> '{}' then
    update inbox i set status = 'handled', handled_at = p_now, next_attempt_at = null, outcome = t.outcome
      from unnest(p_inbox_ids, p_outcomes) t (inbox_id, outcome) where i.id = t.inbox_id;
  end if;
  update conversations c set state_enc = t.state, last_input_at = greatest(c.last_input_at, t.received_at), flood_counter = t.flood_counter
    from unnest(p_addresses, p_states, p_received_at, p_counters) t (address_id, state, received_at, flood_counter)
    where c.address_id = t.address_id;
  if cardinality(p_replying) = 0 then return; end if;
  return query
    with written as (
      insert into outbox (address_id, kind, content_enc, status, attempts, lease_until, created_at, not_before, updated_at, expires_at)
      select r.address_id, 'reply', r.content, case when r.goes then 'sending' else 'pending' end, r.goes::integer,
        case when r.goes then p_lease_until end, p_now, p_now, p_now, p_expires_at
      from (
        select m.address_id, m.content, m.place, m.place <= p_most
          and not exists (select from unnest(p_replying) with ordinality n (address_id, place) where n.address_id = m.address_id and n.place < m.place)
          and (
            select e.id from outbox e where e.address_id = m.address_id and e.status in ('pending', 'sending')
              and not (e.status = 'pending' and e.not_before > p_now and (e.timed or e.kind = 'push')) limit 1) is null
          and (
            select u.id from outbox u
            where u.address_id = m.address_id and u.status = 'unknown' and u.updated_at > p_unknown_since and u.kind <> 'push' limit 1) is null as goes
        from unnest(p_replying, p_replies) with ordinality m (address_id, content, place)) r
      order by r.place
      returning outbox.address_id, outbox.id, outbox.status)
    select w.address_id, w.id from written w where w.status = 'sending';
end
$$;

grant execute on all functions in schema public to dukcapil_app;
