-- What the host may only add to says the database's time, whatever the host says.
create or replace function stamp_warned_at() returns trigger language plpgsql as $$
begin
  if not (select p.hosts_clock from clock_policy p) then new.warned_at := clock_timestamp(); end if;
  return new;
end
$$;
create or replace trigger deadline_warnings_stamp before insert on deadline_warnings for each row execute function stamp_warned_at();
