-- Every change leaves a line, whoever makes it.
create or replace function note_booking() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into booking_history (booking_id, at, state_before, state_after, slot_before, slot_after, actor_kind, actor_id, reason)
    values (new.id, new.updated_at, case tg_op when 'UPDATE' then old.state end, new.state, case tg_op when 'UPDATE' then old.slot_id end,
            new.slot_id, new.actor_kind, new.actor_id, new.reason);
  return null;
end
$$;
create or replace trigger bookings_note_made after insert on bookings for each row execute function note_booking();
create or replace trigger bookings_note_changed after update on bookings for each row
  when (old.state is distinct from new.state or old.slot_id is distinct from new.slot_id) execute function note_booking();
