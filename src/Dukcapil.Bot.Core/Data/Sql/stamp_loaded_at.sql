-- What the host may only add to says the database's time, whatever the host says.
create or replace function stamp_loaded_at() returns trigger language plpgsql as $$
begin
  if not (select p.hosts_clock from clock_policy p) then new.loaded_at := clock_timestamp(); end if;
  return new;
end
$$;
create or replace trigger alur_versions_stamp before insert on alur_versions for each row execute function stamp_loaded_at();
