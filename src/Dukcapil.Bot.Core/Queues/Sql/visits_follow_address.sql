-- Two identifiers that prove to be one resident's (merge_addresses) bring their visits with them.
create or replace function visits_follow_address() returns trigger language plpgsql as $$
begin
  update visits set address_id = new.address_id where address_id = old.address_id;
  return null;
end
$$;
create or replace trigger address_aliases_bring_visits after update of address_id on address_aliases for each row
  when (old.address_id <> new.address_id) execute function visits_follow_address();
