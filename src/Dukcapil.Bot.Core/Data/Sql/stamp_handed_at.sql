-- What the host may only add to says the database's time, whatever the host says.
create or replace function stamp_handed_at() returns trigger language plpgsql as $$
begin
  if not (select p.hosts_clock from clock_policy p) then new.handed_at := clock_timestamp(); end if;
  return new;
end
$$;
create or replace trigger case_handovers_stamp before insert on case_handovers for each row execute function stamp_handed_at();
