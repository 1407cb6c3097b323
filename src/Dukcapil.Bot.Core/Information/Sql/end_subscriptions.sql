-- Somebody no longer asks to be told about a topic, or about anything (p_topic null); p_by says who ended it. What still waits for them
-- because they had asked is not sent. Returns how many subscriptions ended.
create or replace function end_subscriptions(p_address bigint, p_topic text, p_by text, p_now timestamptz) returns integer
language plpgsql as $$
declare
  v_ended integer;
begin
  update subscriptions set ended_at = p_now, ended_by = p_by
    where address_id = p_address and ended_at is null and (p_topic is null or topic = p_topic);
  get diagnostics v_ended = row_count;
  if v_ended > 0 then perform withdraw_unwanted(p_address, 'tidak-meminta', p_now); end if;
  return v_ended;
end
$$;
