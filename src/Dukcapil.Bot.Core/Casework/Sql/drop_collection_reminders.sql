-- No reminder outlives the wait it speaks of, whoever changes the case.
create or replace function drop_collection_reminders() returns trigger language plpgsql as $$
begin
  update outbox set status = 'skipped', reason = 'Hasilnya tidak lagi menunggu diambil.', updated_at = new.updated_at
    where case_id = new.id and status = 'pending' and dedupe_key like 'ambil/%';
  return null;
end
$$;
create or replace trigger cases_drop_collection_reminders after update of step_id, closed_at on cases for each row
  when (old.step_id <> new.step_id or (old.closed_at is null and new.closed_at is not null)) execute function drop_collection_reminders();
