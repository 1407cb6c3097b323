-- Rules that hold whoever changes a person. A list never undoes what the office's people or the resident closed; it may change what a list
-- said. A number that was wrong for this person stays wrong when a list brings it back.
create or replace function judge_unrecorded() returns trigger language plpgsql as $$
begin
  if new.actor_kind = 'import' and old.status_by <> 'import' and old.status <> 'unrecorded' then
    new.status := old.status;
  end if;
  if new.status <> old.status then new.status_by := new.actor_kind; end if;
  new.recorded_at := case when new.status <> 'recorded' then null
    when old.status = 'recorded' then old.recorded_at else coalesce(new.recorded_at, new.updated_at) end;
  if new.phone_hash is distinct from old.phone_hash then
    new.phone_status := case when new.phone_hash = any (new.wrong_phones) then 'wrong' else 'unknown' end;
  elsif new.phone_status in ('wrong', 'not_mine') and new.phone_hash is not null then
    new.wrong_phones := array_append(array_remove(new.wrong_phones, new.phone_hash), new.phone_hash);
  elsif new.phone_status = 'good' then
    new.wrong_phones := array_remove(new.wrong_phones, new.phone_hash);
  end if;
  return new;
end
$$;
create or replace trigger unrecorded_people_judge before update on unrecorded_people for each row execute function judge_unrecorded();
