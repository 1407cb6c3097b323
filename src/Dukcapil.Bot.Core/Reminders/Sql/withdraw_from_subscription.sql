-- Who no longer asks for a topic is not told of it by what still waits.
create or replace function withdraw_from_subscription() returns trigger language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r join campaigns c on c.id = r.campaign_id
          where r.address_id = new.address_id and r.told_at is not null and r.state = 'queued' and r.person_id is null
            and not campaign_wants(c, new.address_id)),
    'not-asked', 'Penduduk tidak lagi meminta dikabari.', new.ended_at);
  return null;
end
$$;
create or replace trigger subscriptions_withdraw after update of ended_at on subscriptions for each row
  when (old.ended_at is null and new.ended_at is not null) execute function withdraw_from_subscription();
