-- Who wants no messages wants these least of all, whoever records the wish. A block is no wish: it ends by itself when the resident writes.
create or replace function end_subscriptions() returns trigger language plpgsql as $$
begin
  update subscriptions set ended_at = new.stopped_at, ended_by = 'opt-out' where address_id = new.id and ended_at is null;
  return null;
end
$$;
create or replace trigger addresses_end_subscriptions after update of stopped_at, stopped_by on addresses for each row
  when (new.stopped_by in ('resident', 'provider') and old.stopped_by is distinct from new.stopped_by) execute function end_subscriptions();
