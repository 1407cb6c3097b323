create or replace function doubt_address() returns trigger language plpgsql as $$
begin
  insert into address_doubts (address_id, since)
    select new.address_id, new.last_input_at from address_policy p
    where new.last_input_at > old.last_input_at + make_interval(days => p.silence_days)
      and (select count(*) from address_aliases a where a.address_id = new.address_id) = 1
    on conflict (address_id) do update set since = excluded.since, failures = 0, settled_at = null
      where address_doubts.settled_at is not null;
  return null;
end
$$;
create or replace trigger conversations_doubt after update of last_input_at on conversations for each row
  when (new.last_input_at > old.last_input_at + interval '30 days') execute function doubt_address();
