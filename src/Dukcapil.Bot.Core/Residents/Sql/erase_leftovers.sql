-- Carries out what had to wait; returns for how many residents something was left to do.
create or replace function erase_leftovers(p_now timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_done bigint := 0;
  v_address record;
begin
  for v_address in
    select a.id, a.erased_at from addresses a where a.erased_at is not null and a.value_hash <> '' and (
      exists (select from cases c where c.address_id = a.id and c.closed_at is not null and c.submitted_at <= a.erased_at
        and not exists (select from outbox o where o.case_id = c.id and o.status in ('pending', 'sending', 'unknown')))
      or exists (select from inbox i where i.address_id = a.id and i.received_at <= a.erased_at and i.status <> 'pending')
      or exists (select from outbox o where o.address_id = a.id and o.case_id is null and o.booking_id is null
        and o.created_at <= a.erased_at and o.status not in ('pending', 'sending', 'unknown'))
      or exists (select from outbox o join cases c on c.id = o.case_id where o.address_id = a.id and c.address_id is null
        and c.closed_at is not null and c.submitted_at <= a.erased_at and o.status not in ('pending', 'sending', 'unknown'))
      or exists (select from visits v where v.address_id = a.id and v.finished_at is not null and v.checked_in_at <= a.erased_at))
    for no key update of a skip locked
  loop
    perform erase_address(v_address.id, v_address.erased_at, p_now, null);
    v_done := v_done + 1;
  end loop;
  return v_done;
end
$$;
