create or replace function note_field_visit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into field_visit_changes (visit_id, at, staff_id) values (new.id, new.updated_at, new.updated_by);
  else
    insert into field_visit_changes (visit_id, at, staff_id, state_before, day_before, starts_before, ends_before, place_before)
      values (new.id, new.updated_at, new.updated_by, old.state, old.day, old.starts, old.ends, old.place);
  end if;
  return null;
end
$$;
create or replace trigger field_visits_note after insert or update on field_visits for each row execute function note_field_visit();
