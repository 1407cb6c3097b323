-- A resident no longer asks for a topic, or has no open case any more: what was to be sent to them because of it and still waits is not
-- sent.
create or replace function withdraw_unwanted(p_address bigint, p_why text, p_now timestamptz) returns void language sql as $$
  select withdraw_campaign_messages(
    array(select r.id from campaign_recipients r join campaigns c on c.id = r.campaign_id
          where r.address_id = p_address and r.told_at is not null and r.state = 'queued' and r.person_id is null
            and not campaign_wants(c, p_address)),
    'not-asked', p_why, p_now)
$$;
