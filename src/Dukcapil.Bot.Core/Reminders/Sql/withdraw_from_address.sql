-- A resident wants no messages, or blocked the office: what campaigns still have waiting for them is not sent.
create or replace function withdraw_from_address(p_address bigint, p_now timestamptz) returns void language sql as $$
  select withdraw_campaign_messages(
    array(select r.id from campaign_recipients r where r.address_id = p_address and r.state = 'queued' and r.told_at is not null),
    'stopped', 'minta-berhenti', p_now)
$$;
