-- Writes a message for the worker. Waits for a merge under way, so that the message is not left with the resident who is gone.
create or replace function store_pending(
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
