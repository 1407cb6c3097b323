-- A pause takes back what waits, and it comes again; a stop ends it for everybody whose turn has not come.
create or replace function withdraw_campaign() returns trigger language plpgsql as $$
declare
  v_now timestamptz := coalesce(new.ended_at, clock_timestamp());
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r join outbox o on o.id = r.outbox_id
          where r.campaign_id = new.id and r.state = 'queued' and o.status = 'pending'),
    null, case new.state when 'Paused' then 'Pengingat massal dijeda.' else 'Pengingat massal dihentikan.' end, v_now);
  if new.state = 'Stopped' then
    update campaign_recipients set state = 'skipped', reason = 'halted' where campaign_id = new.id and state = 'planned';
  end if;
  return null;
end
$$;
create or replace trigger campaigns_withdraw after update of state on campaigns for each row
  when (old.state in ('Running', 'Paused') and new.state in ('Paused', 'Stopped') and old.state <> new.state)
    execute function withdraw_campaign();
