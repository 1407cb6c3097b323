-- The office writes to a resident no more by itself. A resident's own wish outranks a block that was noticed before it. What else that
-- means: who wants no messages wants those least of all that they once asked for (a block is no wish: it ends by itself when the resident
-- writes), and what campaigns still have waiting for them is not sent.
create or replace function stop_address(p_address bigint, p_way text, p_at timestamptz) returns void language plpgsql as $$
declare
  v_before text;
begin
  select stopped_by into v_before from addresses where id = p_address for no key update;
  if not found or (v_before is not null and (v_before <> 'blocked' or p_way = 'blocked')) then return; end if;
  update addresses set stopped_at = p_at, stopped_by = p_way where id = p_address;
  insert into address_events (address_id, at, kind, way) values (p_address, p_at, 'stopped', p_way);
  if p_way <> 'blocked' then perform end_subscriptions(p_address, null, 'opt-out', p_at); end if;
  if v_before is null then perform withdraw_from_address(p_address, p_at); end if;
end
$$;
