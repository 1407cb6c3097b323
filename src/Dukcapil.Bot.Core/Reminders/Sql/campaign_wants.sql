-- Whether a resident still belongs to a broadcast's audience.
create or replace function campaign_wants(p_campaign campaigns, p_address bigint) returns boolean language sql stable as $$
  select (p_campaign.audience_topic is not null and exists (
      select from subscriptions s where s.address_id = p_address and s.topic = p_campaign.audience_topic and s.ended_at is null))
    or (p_campaign.audience_open_cases and exists (select from cases c where c.address_id = p_address and c.closed_at is null))
$$;
