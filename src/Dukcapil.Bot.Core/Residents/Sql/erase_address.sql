-- Takes everything away from a resident's address that came before a moment and belongs to no open case. Rows that the office must keep
-- stay, at a new address that nobody has (no telephone, no hash, no alias, so that nothing leads there from the phone); what was said is
-- emptied, photos are deleted, and keys made of the address are drawn anew. Messages under way stay until they have ended. It may be called
-- again at any time. As the owner: histories are insert-only for the host, and this is the only way in which their address changes.
create or replace function erase_address(p_address bigint, p_until timestamptz, p_now timestamptz, p_own bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_nobody bigint;
  v_open bigint[] := array(select id from cases where address_id = p_address and (closed_at is null or submitted_at > p_until));
  v_kept bigint[] := array(select id from bookings where address_id = p_address and case_id = any (v_open));
begin
  update addresses set erased_at = greatest(erased_at, p_until) where id = p_address;
  insert into addresses (value_enc, value_hash, language, created_at, erased_at)
    select '', '', a.language, p_now, p_until from addresses a where a.id = p_address returning id into v_nobody;

  update media m set status = 'purged', content_enc = null, purged_at = coalesce(m.purged_at, p_now), address_id = null
    where m.address_id = p_address and m.created_at <= p_until
      and not exists (select from case_files f where f.media_id = m.id and f.case_id = any (v_open));

  update inbox set address_id = v_nobody, content_enc = '', status = 'handled', handled_at = coalesce(handled_at, p_now),
      next_attempt_at = null
    where address_id = p_address and status <> 'pending' and received_at <= p_until and id is distinct from p_own;
  update inbox set content_enc = '' where id = p_own and address_id = p_address;
  update outbox set status = 'skipped', reason = 'hapus-data', updated_at = p_now
    where address_id = p_address and status = 'pending' and created_at <= p_until
      and (case_id = any (v_open)) is not true and (booking_id = any (v_kept)) is not true;
  update outbox o set address_id = v_nobody,
      content_enc = case when o.kind = 'push' and o.case_id is not null then o.content_enc else '' end
    where o.address_id = p_address and o.status not in ('pending', 'sending', 'unknown') and (o.booking_id = any (v_kept)) is not true
      and (case when o.case_id is null then o.created_at <= p_until
        else exists (select from cases c where c.id = o.case_id and c.closed_at is not null and c.submitted_at <= p_until) end);

  update consents set address_id = v_nobody, withdrawn_at = coalesce(withdrawn_at, p_now)
    where address_id = p_address and given_at <= p_until;
  update subscriptions set address_id = v_nobody, ended_at = coalesce(ended_at, p_now), ended_by = coalesce(ended_by, 'erased')
    where address_id = p_address and created_at <= p_until;
  update complaints set address_id = v_nobody where address_id = p_address and created_at <= p_until;
  update reminder_claims set address_id = v_nobody where address_id = p_address and said_at <= p_until;
  update address_events set address_id = v_nobody where address_id = p_address and at <= p_until;
  if v_open = '{}' then delete from address_doubts where address_id = p_address and since <= p_until; end if;
  -- Whether the register knows the number is the office's own affair; that it was written to is not.
  update campaign_recipients r set address_id = v_nobody, phone_hash = null
    where r.state <> 'planned' and r.turn_at <= p_until
      and (r.address_id = p_address or r.phone_hash in (select value_hash from address_aliases where address_id = p_address));

  update slot_wishes set address_id = v_nobody, subject_hash = sha256(gen_random_uuid()::text::bytea)
    where address_id = p_address and state in ('Taken', 'Closed') and asked_at <= p_until;
  update bookings b set address_id = null, request_key = null,
      subject_hash = case when b.case_id is null then sha256(gen_random_uuid()::text::bytea) else b.subject_hash end
    where b.address_id = p_address and b.state in ('Lapsed', 'Cancelled', 'Done', 'NoShow') and b.created_at <= p_until
      and not b.id = any (v_kept);
  update visits set address_id = null where address_id = p_address and finished_at is not null and checked_in_at <= p_until;
  update cases set address_id = null where address_id = p_address and closed_at is not null and submitted_at <= p_until;
end
$$;
