-- Whether a booking takes a place. Who was displaced and comes all the same is served, but takes none.
create or replace function judge_booking() returns trigger language plpgsql as $$
begin
  new.takes_place := case
    when new.state in ('Held', 'Booked') then true
    when new.state in ('Lapsed', 'Displaced', 'Cancelled') then false
    when tg_op = 'INSERT' then false
    else old.takes_place end;
  if tg_op = 'UPDATE' and (new.slot_id <> old.slot_id or (old.state = 'Displaced' and new.state = 'Booked')) then
    new.revision := old.revision + 1;
  end if;
  return new;
end
$$;
create or replace trigger bookings_judge before insert or update on bookings for each row execute function judge_booking();
