create or replace function complaints_follow_address() returns trigger language plpgsql as $$
begin
  update complaints set address_id = new.address_id where address_id = old.address_id;
  return null;
end
$$;
create or replace trigger address_aliases_bring_complaints after update of address_id on address_aliases for each row
  when (old.address_id <> new.address_id) execute function complaints_follow_address();
