-- The path of every message with less work: fewer index entries and statements for a message, history written for a whole statement at
-- once, and plans that do not depend on how many rows there were when they were made.

-- Outbox ------------------------------------------------------------------------------------------------------------

-- Replies have no key and need no entry.
alter table outbox drop constraint outbox_dedupe_key_key;
create unique index outbox_by_dedupe_key on outbox (dedupe_key) where dedupe_key is not null;

-- What is due, in the order of claims; what waits for its time is passed over within the index.
drop index outbox_open;
create index outbox_due on outbox (priority, not_before, id) where status = 'pending';
create index outbox_leases on outbox (lease_until) where status = 'sending';

-- Every line comes from the trigger below, of a row that exists; the host can delete neither. That needs no proof for each line.
alter table outbox_history drop constraint outbox_history_outbox_id_fkey;

drop trigger outbox_status_changed on outbox;
drop function note_outbox_status();

-- Every change of status leaves a line, whoever makes it. 'sending' is only a claim.
create function note_outbox_status() returns trigger language plpgsql as $$
begin
  insert into outbox_history (outbox_id, at, status, reason)
    select new_row.id, new_row.updated_at, new_row.status, new_row.reason
    from old_rows old_row join new_rows new_row on new_row.id = old_row.id
    where new_row.status <> old_row.status and new_row.status <> 'sending';
  return null;
end
$$;
create trigger outbox_status_changed after update on outbox
  referencing old table as old_rows new table as new_rows for each statement execute function note_outbox_status();

-- Takes from the sender's bucket what it holds, and as many messages. The bucket fills at the agreed rate and holds a tenth of a second's
-- worth, so that no second sees much more; the upsert locks it until the commit, so that replicas claim in turn. The database's clock
-- counts, since the replicas' clocks may differ. Messages of one recipient go in order, except that a reply passes a push that was put
-- off, and everything a reminder whose time has not come: nobody waits hours for an answer, or days for news. What follows an unknown message waits for a while until that one is settled, or it would be sent
-- again behind what was written after it. The planner settings keep the plan on the indexes even when it was made while the outbox was empty.
create function claim_messages(
  p_sender text, p_bucket double precision, p_rate double precision, p_now timestamptz, p_lease_until timestamptz, p_at_most integer,
  p_unknown_since timestamptz)
returns table (
  id bigint, content_enc bytea, attempts integer, kind text, topic text, changes integer, as_template boolean, expires_at timestamptz,
  to_enc bytea, is_stopped boolean, language text, last_input_at timestamptz)
language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
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

-- Records what came of claims: the arrays hold one element for each message. A report that overtook the answer is never taken back.
create function settle_messages(
  p_now timestamptz, p_ids bigint[], p_statuses text[], p_reasons text[], p_codes integer[], p_sids text[], p_not_before timestamptz[], p_held boolean[])
returns void language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update outbox o set status = case when outbox_rank(r.status) >= outbox_rank(o.status) or r.status = 'pending' then r.status else o.status end,
    reason = r.reason, error_code = r.code, provider_sid = coalesce(r.sid, o.provider_sid), not_before = coalesce(r.not_before, o.not_before),
    sent_at = case when r.sid is not null then p_now else o.sent_at end, lease_until = null, updated_at = p_now,
    attempts = case when r.held then o.attempts - 1 else o.attempts end
  from unnest(p_ids, p_statuses, p_reasons, p_codes, p_sids, p_not_before, p_held) r (id, status, reason, code, sid, not_before, held)
  where o.id = r.id and (o.status = 'sending' or o.provider_sid is null) and (r.sid is null or r.sid <> all (o.failed_sids));
end
$$;

-- A turn ------------------------------------------------------------------------------------------------------------

-- As before, but a resident who is known is found, locked and read by one statement.
create or replace function receive_message(
  p_sid text, p_hash bytea, p_other bytea, p_address bytea, p_content bytea, p_now timestamptz, p_late boolean,
  out address_id bigint, out inbox_id bigint, out outcome text, out state bytea, out last_input timestamptz, out rhythm bytea)
language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  v_address bigint;
  v_stopped_by text;
  v_value_hash bytea;
begin
  select l.address_id, c.state_enc, c.last_input_at, c.rhythm, a.stopped_by, a.value_hash
    into v_address, receive_message.state, receive_message.last_input, receive_message.rhythm, v_stopped_by, v_value_hash
    from address_aliases l join conversations c on c.address_id = l.address_id join addresses a on a.id = l.address_id
    where l.value_hash = p_hash and (p_other is null or exists (
      select 1 from address_aliases o where o.value_hash = p_other and o.address_id = l.address_id))
    for update of c skip locked;
  if not found then
    v_address := address_of(p_hash, p_other, p_address, p_now);
    select c.state_enc, c.last_input_at, c.rhythm, a.stopped_by, a.value_hash
      into receive_message.state, receive_message.last_input, receive_message.rhythm, v_stopped_by, v_value_hash
      from conversations c join addresses a on a.id = c.address_id where c.address_id = v_address for update of c skip locked;
  end if;
  receive_message.address_id := v_address;
  if found and not exists (select 1 from inbox i where i.address_id = v_address and i.status = 'pending') then
    receive_message.outcome := 'free';
    insert into inbox (message_sid, address_id, received_at, status, content_enc, handled_at, late)
      values (p_sid, v_address, p_now, 'handled', p_content, p_now, p_late)
      on conflict (message_sid) do nothing returning id into receive_message.inbox_id;
  else
    receive_message.outcome := 'busy';
    select s.address_id, s.inbox_id into receive_message.address_id, receive_message.inbox_id
      from store_pending(p_sid, p_hash, p_content, p_now, p_late, 0, null) s;
  end if;
  if receive_message.inbox_id is null then
    receive_message.outcome := 'duplicate';
    return;
  end if;
  -- Answers go where the resident wrote from last; and who writes no longer blocks the office.
  if v_value_hash <> p_hash then update addresses set value_enc = p_address, value_hash = p_hash where id = v_address; end if;
  if v_stopped_by = 'blocked' then perform start_address(v_address, 'resident', p_now); end if;
end
$$;

grant execute on all functions in schema public to dukcapil_app;
