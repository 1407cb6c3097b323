-- Two identifiers that prove to be one resident's bring what they were told; what would come twice is left out.
create or replace function campaigns_follow_address() returns trigger language plpgsql as $$
begin
  update campaign_recipients gone set state = 'skipped', reason = 'merged' where gone.address_id = old.address_id and gone.state = 'planned'
    and exists (select from campaign_recipients kept where kept.campaign_id = gone.campaign_id and kept.address_id = new.address_id);
  update campaign_recipients moved set address_id = new.address_id where moved.address_id = old.address_id
    and not exists (select from campaign_recipients kept where kept.campaign_id = moved.campaign_id and kept.address_id = new.address_id);
  update reminder_claims set address_id = new.address_id where address_id = old.address_id;
  return null;
end
$$;
create or replace trigger address_aliases_bring_campaigns after update of address_id on address_aliases for each row
  when (old.address_id <> new.address_id) execute function campaigns_follow_address();
