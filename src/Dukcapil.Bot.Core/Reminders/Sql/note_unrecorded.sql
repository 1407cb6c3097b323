-- Every change of status or number leaves a line, whoever makes it. Of people whom a list brought, the import itself tells.
create or replace function note_unrecorded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into unrecorded_events (person_id, at, what, before, after, actor_kind, actor_id, import_id, reason)
    select new.id, new.updated_at, c.what, c.before, c.after, new.actor_kind, new.actor_id,
           case new.actor_kind when 'import' then new.last_import_id end, new.reason
    from (values
      ('added', null, new.status, tg_op = 'INSERT'),
      ('status', case tg_op when 'UPDATE' then old.status end, new.status, tg_op = 'UPDATE' and old.status is distinct from new.status),
      ('phone', null, null, tg_op = 'UPDATE' and old.phone_hash is distinct from new.phone_hash),
      ('phone_status', case tg_op when 'UPDATE' then old.phone_status end, new.phone_status,
        tg_op = 'UPDATE' and old.phone_status is distinct from new.phone_status)) c (what, before, after, happened)
    where c.happened;
  return null;
end
$$;
create or replace trigger unrecorded_people_note_added after insert on unrecorded_people
  for each row when (new.source <> 'import') execute function note_unrecorded();
create or replace trigger unrecorded_people_note_changed after update on unrecorded_people for each row
  when (old.status is distinct from new.status or old.phone_hash is distinct from new.phone_hash
    or old.phone_status is distinct from new.phone_status)
  execute function note_unrecorded();
