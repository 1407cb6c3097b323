-- What the host may only add to says the database's time, whatever the host says.
create or replace function stamp_made_at() returns trigger language plpgsql as $$
begin
  if not (select p.hosts_clock from clock_policy p) then new.made_at := clock_timestamp(); end if;
  return new;
end
$$;
create or replace trigger topic_versions_stamp before insert on topic_versions for each row execute function stamp_made_at();
