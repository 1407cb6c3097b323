-- Two identifiers that prove to be one resident's (merge_addresses) bring their appointments with them.
create or replace function follow_address() returns trigger language plpgsql as $$
begin
  update bookings set address_id = new.address_id where address_id = old.address_id;
  update slot_wishes set address_id = new.address_id where address_id = old.address_id;
  return null;
end
$$;
create or replace trigger address_aliases_follow after update of address_id on address_aliases for each row
  when (old.address_id <> new.address_id) execute function follow_address();
