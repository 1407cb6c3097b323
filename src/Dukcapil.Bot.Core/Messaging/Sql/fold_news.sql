-- News of one case to a closed window would each cost a template message. It waits two minutes from the first, and a newer one
-- takes the place of those that nobody has claimed yet; a row claimed at this moment is no longer 'pending' once its lock is free
-- and stays what it is.
create or replace function fold_news() returns trigger language plpgsql as $$
declare
  v_older record;
begin
  if exists (
    select 1 from conversations c where c.address_id = new.address_id and c.last_input_at > new.created_at - interval '24 hours') then
    return new;
  end if;
  with folded as (
    update outbox set status = 'skipped', reason = 'digabung', updated_at = new.created_at
    where address_id = new.address_id and fold_key = new.fold_key and kind = 'push' and status = 'pending' and attempts = 0
    returning changes, not_before)
  select coalesce(sum(changes), 0) as changes, min(not_before) as not_before into v_older from folded;
  new.changes := new.changes + v_older.changes;
  new.not_before := greatest(new.not_before, coalesce(v_older.not_before, new.created_at + interval '2 minutes'));
  return new;
end
$$;
create or replace trigger outbox_fold_news before insert on outbox for each row
  when (new.kind = 'push' and new.fold_key is not null) execute function fold_news();
