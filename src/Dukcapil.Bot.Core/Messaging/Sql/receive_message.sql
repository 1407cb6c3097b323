-- Stores a message as pending and, when the conversation is free and nothing older waits, locks it so that the caller can answer at once:
-- then the row lives or dies with the caller's transaction. May wait for others who meet the same identifiers. A message that came before
-- (same sid) changes nothing.
create or replace function receive_message(
  p_sid text, p_hash bytea, p_other bytea, p_address bytea, p_content bytea, p_now timestamptz, p_late boolean,
  out address_id bigint, out inbox_id bigint, out outcome text, out state bytea, out last_input timestamptz, out flood_counter bytea)
language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
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
