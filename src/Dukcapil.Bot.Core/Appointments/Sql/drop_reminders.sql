-- No reminder outlives the appointment it speaks of, whoever changes the booking.
create or replace function drop_reminders() returns trigger language plpgsql as $$
begin
  update outbox set status = 'skipped', reason = 'janji-berubah', updated_at = new.updated_at
    where booking_id = new.id and timed and status = 'pending';
  return null;
end
$$;
create or replace trigger bookings_drop_reminders after update on bookings for each row
  when (old.state = 'Booked' and (new.state <> 'Booked' or new.slot_id <> old.slot_id)) execute function drop_reminders();
