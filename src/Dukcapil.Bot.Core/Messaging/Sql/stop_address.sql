-- A resident's own wish outranks a block that was noticed before it.
create or replace function stop_address(p_address bigint, p_way text, p_at timestamptz) returns void language sql as $$
  with stopped as (
    update addresses set stopped_at = p_at, stopped_by = p_way
    where id = p_address and (stopped_at is null or (stopped_by = 'blocked' and p_way <> 'blocked')) returning id)
  insert into address_events (address_id, at, kind, way) select id, p_at, 'stopped', p_way from stopped
$$;
