-- Makes one resident of two: the one who wrote last keeps the conversation and receives everything of the other. Locks both
-- conversations, so that no turn of either runs meanwhile. Every table that names an address is listed here; a test compares the list with
-- the schema. What happened to an address (address_events, address_doubts) stays with it.
create or replace function merge_addresses(p_one bigint, p_two bigint, p_now timestamptz) returns bigint language plpgsql as $$
declare
  v_kept bigint;
  v_gone bigint;
begin
  perform from conversations where address_id in (p_one, p_two) order by address_id for update;
  select address_id into v_kept from conversations where address_id in (p_one, p_two)
    order by last_input_at desc nulls last, address_id limit 1;
  v_gone := p_one + p_two - v_kept;
  update address_aliases set address_id = v_kept where address_id = v_gone;
  -- They bring what they were told; what would come twice is left out. Before subscriptions, whose end takes back what waits.
  update campaign_recipients gone set state = 'skipped', reason = 'merged' where gone.address_id = v_gone and gone.state = 'planned'
    and exists (select from campaign_recipients kept where kept.campaign_id = gone.campaign_id and kept.address_id = v_kept);
  update campaign_recipients moved set address_id = v_kept where moved.address_id = v_gone
    and not exists (select from campaign_recipients kept where kept.campaign_id = moved.campaign_id and kept.address_id = v_kept);
  -- Of two subscriptions to one topic one ends.
  update subscriptions gone set ended_at = now(), ended_by = 'merged' where gone.address_id = v_gone and gone.ended_at is null
    and exists (select from subscriptions kept where kept.address_id = v_kept and kept.topic = gone.topic and kept.ended_at is null);
  if found then perform withdraw_unwanted(v_gone, 'tidak-meminta', p_now); end if;
  update subscriptions set address_id = v_kept where address_id = v_gone;
  update inbox set address_id = v_kept where address_id = v_gone;
  update outbox set address_id = v_kept where address_id = v_gone;
  update media set address_id = v_kept where address_id = v_gone;
  update consents set address_id = v_kept where address_id = v_gone;
  update cases set address_id = v_kept where address_id = v_gone;
  update bookings set address_id = v_kept where address_id = v_gone;
  update slot_wishes set address_id = v_kept where address_id = v_gone;
  update visits set address_id = v_kept where address_id = v_gone;
  update complaints set address_id = v_kept where address_id = v_gone;
  update reminder_claims set address_id = v_kept where address_id = v_gone;
  delete from conversations where address_id = v_gone;
  perform stop_address(v_kept, stopped_by, stopped_at) from addresses where id = v_gone and stopped_at is not null;
  return v_kept;
end
$$;
