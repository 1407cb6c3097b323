-- Takes back messages that nobody has claimed yet. A message claimed at this moment is no longer 'pending' once its lock is free and stays
-- what it is. With p_code the recipient is skipped for that reason, without it the turn comes again. p_why stands at the message
-- (texts/alasan-pesan). Others of the same phone, whom the message was to serve, too, get their turn.
create or replace function withdraw_campaign_messages(p_recipients bigint[], p_code text, p_why text, p_now timestamptz)
  returns void language sql as $$
  with gone as (
    update outbox o set status = 'skipped', reason = p_why, updated_at = p_now
    from campaign_recipients r
    where r.id = any (p_recipients) and r.state = 'queued' and o.id = r.outbox_id and o.status = 'pending'
    returning r.id, r.campaign_id, r.address_id),
  others as (
    update campaign_recipients s set state = 'planned', told_at = null from gone
    where s.campaign_id = gone.campaign_id and s.address_id = gone.address_id and s.state = 'covered')
  update campaign_recipients r set state = case when p_code is null then 'planned' else 'skipped' end, reason = p_code, outbox_id = null,
    told_at = null
    from gone where r.id = gone.id
$$;
