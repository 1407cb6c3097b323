-- A pause takes back what waits, and it comes again; a stop ends it for everybody whose turn has not come.
create or replace function withdraw_campaign(p_campaign bigint, p_stopped boolean, p_now timestamptz) returns void language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r join outbox o on o.id = r.outbox_id
          where r.campaign_id = p_campaign and r.state = 'queued' and o.status = 'pending'),
    null, case when p_stopped then 'dihentikan' else 'dijeda' end, p_now);
  if p_stopped then
    update campaign_recipients set state = 'skipped', reason = 'halted' where campaign_id = p_campaign and state = 'planned';
  end if;
end
$$;
