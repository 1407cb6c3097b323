-- Writes what turns came to: messages as handled (new ones, and those of p_inbox_ids that were stored already), conversations, replies. Of
-- the first p_most replies the first one of a resident is written as claimed when the claim would take it now (the conditions are those of
-- claim_messages); these are returned, for the caller to send once it has committed. A message that came before fails here by its unique
-- id, and takes everything back.
create or replace function finish_turns(
  p_now timestamptz, p_expires_at timestamptz, p_lease_until timestamptz, p_unknown_since timestamptz, p_most integer,
  p_addresses bigint[], p_inbox_ids bigint[], p_sids text[], p_contents bytea[], p_received_at timestamptz[], p_late boolean[],
  p_outcomes text[], p_states bytea[], p_counters bytea[], p_replying bigint[], p_replies bytea[])
returns table (address_id bigint, id bigint)
language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
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
          and not exists (
            select from unnest(p_replying) with ordinality n (address_id, place) where n.address_id = m.address_id and n.place < m.place)
          and (
            select e.id from outbox e where e.address_id = m.address_id and e.status in ('pending', 'sending')
              and not (e.status = 'pending' and e.not_before > p_now and (e.timed or e.kind = 'push')) limit 1) is null
          and (
            select u.id from outbox u
            where u.address_id = m.address_id and u.status = 'unknown' and u.updated_at > p_unknown_since and u.kind <> 'push'
            limit 1) is null as goes
        from unnest(p_replying, p_replies) with ordinality m (address_id, content, place)) r
      order by r.place
      returning outbox.address_id, outbox.id, outbox.status)
    select w.address_id, w.id from written w where w.status = 'sending';
end
$$;
