create or replace function start_address(p_address bigint, p_way text, p_at timestamptz) returns void language sql as $$
  with started as (
    update addresses set stopped_at = null, stopped_by = null where id = p_address and stopped_at is not null returning id)
  insert into address_events (address_id, at, kind, way) select id, p_at, 'started', p_way from started
$$;
