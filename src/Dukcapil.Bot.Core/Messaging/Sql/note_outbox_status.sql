-- Every change of status leaves a line, whoever makes it; 'sending' is only a claim. Nobody else writes the history. Many at once: the
-- clock is asked once for all of them, and the lines are written for a whole statement.
create or replace function note_outbox_status() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into outbox_history (outbox_id, at, status, reason, error_code)
    select new_row.id, case when p.hosts_clock then new_row.updated_at else clock_timestamp() end, new_row.status, new_row.reason,
      new_row.error_code
    from old_rows old_row join new_rows new_row on new_row.id = old_row.id cross join clock_policy p
    where new_row.status <> old_row.status and new_row.status <> 'sending';
  return null;
end
$$;
create or replace trigger outbox_status_changed after update on outbox
  referencing old table as old_rows new table as new_rows for each statement execute function note_outbox_status();
