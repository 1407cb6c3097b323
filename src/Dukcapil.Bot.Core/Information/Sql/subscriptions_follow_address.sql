-- Two identifiers that prove to be one resident's (merge_addresses) bring their subscriptions with them.
create or replace function subscriptions_follow_address() returns trigger language plpgsql as $$
begin
  update subscriptions gone set ended_at = now(), ended_by = 'merged' where gone.address_id = old.address_id and gone.ended_at is null
    and exists (select from subscriptions kept
      where kept.address_id = new.address_id and kept.topic = gone.topic and kept.ended_at is null);
  update subscriptions set address_id = new.address_id where address_id = old.address_id;
  return null;
end
$$;
create or replace trigger address_aliases_bring_subscriptions after update of address_id on address_aliases for each row
  when (old.address_id <> new.address_id) execute function subscriptions_follow_address();
