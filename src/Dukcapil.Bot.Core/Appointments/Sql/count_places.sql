-- Counts the places. Writers lock the slots they touch beforehand, in the order of their ids; a place of a blocked or withdrawn slot
-- cannot be taken, and the check on slots refuses what exceeds the capacity.
create or replace function count_places() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.takes_place and not (new.takes_place and new.slot_id = old.slot_id) then
    update slots set taken = taken - 1 where id = old.slot_id;
  end if;
  if new.takes_place and not (tg_op = 'UPDATE' and old.takes_place and new.slot_id = old.slot_id) then
    update slots set taken = taken + 1 where id = new.slot_id and blocked_reason is null and withdrawn_at is null;
    if not found then raise exception 'slot % takes nobody', new.slot_id using errcode = 'check_violation'; end if;
  end if;
  return null;
end
$$;
create or replace trigger bookings_count after insert or update on bookings for each row execute function count_places();
