-- Records what came of claims: the arrays hold one element for each message. A report that overtook the answer is never taken back, nor
-- what it said. Returns whether something waits behind these messages.
create or replace function settle_messages(
  p_now timestamptz, p_ids bigint[], p_statuses text[], p_reasons text[], p_codes integer[], p_sids text[], p_not_before timestamptz[],
  p_held boolean[], p_faults text[])
returns boolean language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  v_addresses bigint[];
begin
  with results as (
    select r.*, outbox_rank(r.status) >= outbox_rank(o.status) or r.status = 'pending' as counts
    from unnest(p_ids, p_statuses, p_reasons, p_codes, p_sids, p_not_before, p_held, p_faults)
      r (id, status, reason, code, sid, not_before, held, fault)
      join outbox o on o.id = r.id),
  settled as (
    update outbox o set status = case when r.counts then r.status else o.status end,
      reason = case when r.counts then r.reason else o.reason end,
      error_code = case when r.counts then r.code else o.error_code end,
      recipient_fault = case when r.counts then r.fault else o.recipient_fault end, provider_sid = coalesce(r.sid, o.provider_sid),
      not_before = coalesce(r.not_before, o.not_before), sent_at = case when r.sid is not null then p_now else o.sent_at end,
      lease_until = null, updated_at = p_now, attempts = case when r.held then o.attempts - 1 else o.attempts end
    from results r
    where o.id = r.id and (o.status = 'sending' or o.provider_sid is null) and (r.sid is null or r.sid <> all (o.failed_sids))
    returning o.address_id)
  select array_agg(address_id) into v_addresses from settled;
  return exists (
    select from unnest(v_addresses) a (id) join outbox o on o.address_id = a.id and o.status in ('pending', 'sending')
    where o.status = 'pending');
end
$$;
