-- Takes from the sender's bucket what it holds, and as many messages. The bucket fills at the agreed rate and holds a tenth of a second's
-- worth, so that no second sees much more; the upsert locks it until the commit, so that replicas claim in turn. The database's clock
-- counts, since the replicas' clocks may differ. Messages of one recipient go in order, except that a reply passes a push that was put
-- off, and everything a reminder whose time has not come: nobody waits hours for an answer, or days for news. What follows an unknown
-- message waits for a while until that one is settled, or it would be sent again behind what was written after it. The planner settings
-- keep the plan on the indexes even when it was made while the outbox was empty; statements are planned once for each connection, since
-- planning took longer than running them.
create or replace function claim_messages(
  p_sender text, p_bucket double precision, p_rate double precision, p_now timestamptz, p_lease_until timestamptz, p_at_most integer,
  p_unknown_since timestamptz)
returns table (
  id bigint, content_enc bytea, attempts integer, kind text, topic text, changes integer, as_template boolean, expires_at timestamptz,
  to_enc bytea, is_stopped boolean, language text, last_input_at timestamptz)
language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  v_tokens double precision;
  v_ids bigint[];
begin
  insert into send_budgets (sender, tokens, refilled_at) values (p_sender, p_bucket, clock_timestamp())
    on conflict (sender) do update set refilled_at = clock_timestamp(), tokens =
      least(p_bucket, send_budgets.tokens + p_rate * greatest(0, extract(epoch from clock_timestamp() - send_budgets.refilled_at)))
    returning tokens into v_tokens;
  v_ids := array(
    select o.id from outbox o
    where o.status = 'pending' and o.not_before <= p_now
      and not exists (
        select 1 from outbox e where e.address_id = o.address_id and e.id < o.id and e.status in ('pending', 'sending')
          and not (e.status = 'pending' and e.not_before > p_now and (e.timed or o.kind = 'reply' and e.kind = 'push')))
      and not exists (
        select 1 from outbox u where u.address_id = o.address_id and u.id < o.id and u.status = 'unknown' and u.updated_at > p_unknown_since
          and not (o.kind = 'reply' and u.kind = 'push'))
    order by o.priority, o.not_before, o.id limit least(p_at_most, floor(v_tokens)::integer) for update skip locked);
  if cardinality(v_ids) = 0 then return; end if;
  update send_budgets set tokens = tokens - cardinality(v_ids) where sender = p_sender;
  return query
    with claimed as (
      update outbox o set status = 'sending', lease_until = p_lease_until, attempts = o.attempts + 1, updated_at = p_now
      where o.id = any(v_ids) returning o.*)
    select c.id, c.content_enc, c.attempts, c.kind, c.topic, c.changes, c.as_template, c.expires_at,
      a.value_enc, a.stopped_at is not null, a.language, v.last_input_at
    from claimed c join addresses a on a.id = c.address_id left join conversations v on v.address_id = c.address_id
    order by c.priority, c.not_before, c.id;
end
$$;
