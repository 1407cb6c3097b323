-- What came of a message without having been sent: its time of day was over, then the turn comes again; or the sender left it out. A
-- number that has no WhatsApp is noted for everybody it was given for; whom an import holds at that moment is passed over, or the import
-- would hold up the results of all sends.
create or replace function settle_campaign_message() returns trigger language plpgsql as $$
declare
  v_recipient campaign_recipients;
begin
  select * into v_recipient from campaign_recipients where outbox_id = new.id and state = 'queued';
  if not found then return null; end if;
  if new.status = 'failed' then
    update unrecorded_people set phone_status = 'wrong', updated_at = new.updated_at, actor_kind = 'system', actor_id = null,
      reason = new.reason
      where id in (select p.id from unrecorded_people p where p.phone_hash = v_recipient.phone_hash
        and p.phone_status in ('unknown', 'good') for update skip locked);
    return null;
  end if;
  update campaign_recipients set told_at = null, outbox_id = null,
      state = case when new.status = 'expired' and c.state in ('Running', 'Paused') then 'planned' else 'skipped' end,
      reason = case when new.status = 'expired' then case when c.state not in ('Running', 'Paused') then 'halted' end
                    when exists (select from addresses a where a.id = new.address_id and a.stopped_at is not null) then 'stopped'
                    else 'not-sent' end
    from campaigns c where c.id = v_recipient.campaign_id and campaign_recipients.id = v_recipient.id;
  update campaign_recipients s set told_at = null, state = case when c.state in ('Running', 'Paused') then 'planned' else 'skipped' end,
      reason = case when c.state in ('Running', 'Paused') then null else 'halted' end
    from campaigns c where c.id = v_recipient.campaign_id and s.campaign_id = c.id and s.address_id = new.address_id
      and s.state = 'covered';
  return null;
end
$$;
-- 2: campaigns alone use that priority.
create or replace trigger outbox_campaign_settled after update of status on outbox for each row
  when (new.priority = 2 and old.status <> new.status and (new.status in ('skipped', 'expired')
    or (new.status = 'failed' and new.recipient_fault = 'no-whatsapp')))
  execute function settle_campaign_message();
