-- Locks the conversations of several messages without waiting and reads them; what is not returned is to be handled alone: its
-- conversation is busy, an older message waits or another one of this resident comes first, it came before, or something about the
-- address changes by it. Places count from 1.
create or replace function begin_turns(p_sids text[], p_hashes bytea[], p_others bytea[], p_addresses bytea[], p_now timestamptz)
returns table (place integer, address_id bigint, state bytea, last_input timestamptz, flood_counter bytea)
language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
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
