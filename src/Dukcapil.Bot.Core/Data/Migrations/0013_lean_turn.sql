-- Turns of several residents in one transaction, and replies that are claimed by the turn that writes them.

-- Tables ------------------------------------------------------------------------------------------------------------

-- The proof costs a query and a row lock for each message, and both are given otherwise: a turn writes these rows while it holds the
-- conversation of the address, and addresses are never deleted.
revoke delete on addresses from dukcapil_app;
alter table inbox drop constraint inbox_address_id_fkey;
alter table outbox drop constraint outbox_address_id_fkey;

-- A turn ------------------------------------------------------------------------------------------------------------

-- Locks the conversations of several messages without waiting and reads them; what is not returned is to be handled alone: its
-- conversation is busy, an older message waits or another one of this resident comes first, it came before, or something about the
-- address changes by it. Places count from 1.
create function begin_turns(p_sids text[], p_hashes bytea[], p_others bytea[], p_addresses bytea[], p_now timestamptz)
returns table (place integer, address_id bigint, state bytea, last_input timestamptz, rhythm bytea)
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
    select distinct on (t.address_id) t.place, t.address_id, c.state_enc, c.last_input_at, c.rhythm
    from unnest(v_places, v_ids) t (place, address_id) join conversations c on c.address_id = t.address_id
    where not exists (select from inbox i where i.address_id = t.address_id and i.status = 'pending')
      and not exists (select from inbox i where i.message_sid = p_sids[t.place])
    order by t.address_id, t.place;
end
$$;

-- Writes what the turns of begin_turns came to: messages as handled, conversations, replies. Of the first p_most replies the first one of
-- a resident is written as claimed when the claim would take it now (the conditions are those of claim_messages); these are returned, for the
-- caller to send once it has committed. A message that came before fails here by its unique id, and takes everything back.
create function finish_turns(
  p_now timestamptz, p_expires_at timestamptz, p_lease_until timestamptz, p_unknown_since timestamptz, p_most integer,
  p_addresses bigint[], p_sids text[], p_contents bytea[], p_received_at timestamptz[], p_late boolean[], p_outcomes text[],
  p_states bytea[], p_rhythms bytea[], p_replying bigint[], p_replies bytea[])
returns table (address_id bigint, id bigint)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
begin
  -- In one order everywhere: two hosts that were given the same messages must not wait for each other.
  insert into inbox (message_sid, address_id, received_at, status, content_enc, handled_at, late, outcome)
    select t.sid, t.address_id, t.received_at, 'handled', t.content, p_now, t.late, t.outcome
    from unnest(p_sids, p_addresses, p_received_at, p_contents, p_late, p_outcomes) t (sid, address_id, received_at, content, late, outcome)
    order by t.sid;
  update conversations c set state_enc = t.state, last_input_at = greatest(c.last_input_at, t.received_at), rhythm = t.rhythm
    from unnest(p_addresses, p_states, p_received_at, p_rhythms) t (address_id, state, received_at, rhythm)
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
          and not exists (
            select from outbox e where e.address_id = m.address_id and e.status in ('pending', 'sending')
              and not (e.status = 'pending' and e.not_before > p_now and (e.timed or e.kind = 'push')))
          and not exists (
            select from outbox u where u.address_id = m.address_id and u.status = 'unknown' and u.updated_at > p_unknown_since and u.kind <> 'push') as goes
        from unnest(p_replying, p_replies) with ordinality m (address_id, content, place)) r
      order by r.place
      returning outbox.address_id, outbox.id, outbox.status)
    select w.address_id, w.id from written w where w.status = 'sending';
end
$$;

-- Outbox ------------------------------------------------------------------------------------------------------------

-- Tokens for messages that need no claim, taken ahead by a host. Only while the bucket is more than half full: when the sender comes
-- near its rate everything goes through the claim, in order of urgency.
create function take_tokens(p_sender text, p_bucket double precision, p_rate double precision, p_wanted integer) returns integer language plpgsql as $$
declare
  v_tokens double precision;
  v_taken integer;
begin
  insert into send_budgets (sender, tokens, refilled_at) values (p_sender, p_bucket, clock_timestamp())
    on conflict (sender) do update set refilled_at = clock_timestamp(), tokens =
      least(p_bucket, send_budgets.tokens + p_rate * greatest(0, extract(epoch from clock_timestamp() - send_budgets.refilled_at)))
    returning tokens into v_tokens;
  v_taken := case when v_tokens > p_bucket / 2 then least(p_wanted, floor(v_tokens)::integer) else 0 end;
  update send_budgets set tokens = tokens - v_taken where sender = p_sender and v_taken > 0;
  return v_taken;
end
$$;

drop function settle_messages(timestamptz, bigint[], text[], text[], integer[], text[], timestamptz[], boolean[]);

-- Records what came of claims: the arrays hold one element for each message. A report that overtook the answer is never taken back.
-- Returns whether something waits behind these messages.
create function settle_messages(
  p_now timestamptz, p_ids bigint[], p_statuses text[], p_reasons text[], p_codes integer[], p_sids text[], p_not_before timestamptz[], p_held boolean[])
returns boolean language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  v_addresses bigint[];
begin
  with settled as (
    update outbox o set status = case when outbox_rank(r.status) >= outbox_rank(o.status) or r.status = 'pending' then r.status else o.status end,
      reason = r.reason, error_code = r.code, provider_sid = coalesce(r.sid, o.provider_sid), not_before = coalesce(r.not_before, o.not_before),
      sent_at = case when r.sid is not null then p_now else o.sent_at end, lease_until = null, updated_at = p_now,
      attempts = case when r.held then o.attempts - 1 else o.attempts end
    from unnest(p_ids, p_statuses, p_reasons, p_codes, p_sids, p_not_before, p_held) r (id, status, reason, code, sid, not_before, held)
    where o.id = r.id and (o.status = 'sending' or o.provider_sid is null) and (r.sid is null or r.sid <> all (o.failed_sids))
    returning o.address_id)
  select array_agg(address_id) into v_addresses from settled;
  return exists (
    select from unnest(v_addresses) a (id) join outbox o on o.address_id = a.id and o.status in ('pending', 'sending') where o.status = 'pending');
end
$$;

-- Their statements are planned once for each connection: planning took longer than running them.
alter function claim_messages(text, double precision, double precision, timestamptz, timestamptz, integer, timestamptz) set plan_cache_mode = force_generic_plan;
alter function receive_message(text, bytea, bytea, bytea, bytea, timestamptz, boolean) set plan_cache_mode = force_generic_plan;

grant execute on all functions in schema public to dukcapil_app;
