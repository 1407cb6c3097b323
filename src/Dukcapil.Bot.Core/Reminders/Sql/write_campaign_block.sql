-- Moves the next recipients of a campaign to the outbox. Everything that speaks against it is read and the message written by one
-- statement, and the rows it was read from stay locked until the commit: a change that comes later finds the message and withdraws it, one
-- that is under way is waited for by leaving the recipient to the next block. Callers take turns by an advisory lock, so that two campaigns
-- never judge one phone at the same time.
create or replace function write_campaign_block(
  p_campaign bigint, p_now timestamptz, p_expires timestamptz, p_later_since timestamptz, p_most integer, p_text_id bytea, p_text_en bytea,
  out queued integer, out covered integer, out held integer, out skipped integer)
language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  v_campaign campaigns;
  v_ids bigint[];
begin
  select * into v_campaign from campaigns where id = p_campaign and state = 'Running' for update;
  v_ids := array(
    select r.id from campaign_recipients r where r.campaign_id = v_campaign.id and r.state = 'planned'
    order by r.turn, r.id limit p_most for update skip locked);
  -- Who has never written is made known first, as their own first message would make them.
  perform address_of(r.phone_hash, null, p.phone_enc, p_now)
    from campaign_recipients r join unrecorded_people p on p.id = r.person_id
    where r.id = any (v_ids) and r.arm = 'sent' and p.status = 'unrecorded' and p.phone_hash = r.phone_hash
      and not exists (select from address_aliases l where l.value_hash = r.phone_hash);
  with people as materialized (
      select p.id, p.status, p.phone_status, p.phone_hash from unrecorded_people p
      where p.id in (select r.person_id from campaign_recipients r where r.id = any (v_ids)) for share skip locked),
    residents as materialized (
      select a.id, a.stopped_at, a.language from addresses a
      where a.id in (
        select coalesce(l.address_id, r.address_id) from campaign_recipients r left join address_aliases l on l.value_hash = r.phone_hash
        where r.id = any (v_ids)) for share skip locked),
    judged as materialized (
      select r.id, r.arm, r.round, a.id as address_id, a.language, case
          when p.status <> 'unrecorded' then p.status
          when p.phone_status = 'wrong' then 'wrong-number'
          when p.phone_status = 'not_mine' then 'not-mine'
          when r.person_id is not null and p.phone_hash is distinct from r.phone_hash then 'number-changed'
          when a.stopped_at is not null then 'stopped'
          when exists (select from reminder_claims m where m.person_id = r.person_id and m.state = 'Open') then 'claimed'
          when r.person_id is null and not campaign_wants(v_campaign, a.id) then 'not-asked'
          when exists (select from campaign_recipients e where e.address_id = a.id and e.told_at is not null and e.answer = 'later'
            and e.answered_at > p_later_since) then 'later'
          when exists (select from campaign_recipients e where e.address_id = a.id and e.campaign_id <> p_campaign
                       and e.told_at > p_now - make_interval(days => v_campaign.spacing_days)) then 'too-soon'
          when (select count(distinct e.campaign_id) from campaign_recipients e where e.address_id = a.id and e.campaign_id <> p_campaign
                and e.told_at > p_now - interval '365 days') >= v_campaign.most_a_year then 'most'
        end as reason
      from campaign_recipients r
        left join people p on p.id = r.person_id
        left join address_aliases l on l.value_hash = r.phone_hash
        left join residents a on a.id = coalesce(l.address_id, r.address_id)
      where r.id = any (v_ids) and (r.person_id is null or p.id is not null) and (a.id is not null
        or coalesce(l.address_id, r.address_id) is null)),
    placed as materialized (
      select j.*, row_number() over (partition by j.address_id, j.reason is null order by j.id) = 1 and not exists (
          select from campaign_recipients s where s.campaign_id = p_campaign and s.address_id = j.address_id
            and s.state = 'queued') as is_first
      from judged j),
    written as (
      insert into outbox (address_id, kind, topic, priority, dedupe_key, content_enc, timed, status, created_at, not_before, expires_at,
        updated_at)
      select k.address_id, 'push', case v_campaign.kind when 'Recording' then 'perekaman' else 'siaran' end, 2,
          'pengingat/' || p_campaign || '/' || k.id || '/' || k.round,
          case when k.language = 'en' then coalesce(p_text_en, p_text_id) else p_text_id end, true, 'pending', p_now, p_now, p_expires,
            p_now
        from placed k where k.arm = 'sent' and k.reason is null and k.is_first order by k.id
      returning id, dedupe_key),
    changed as (
      update campaign_recipients r set
          state = case when k.reason is not null then 'skipped' when k.arm = 'held_out' then 'held'
            when w.id is not null then 'queued' else 'covered' end,
          reason = k.reason, outbox_id = w.id, address_id = coalesce(k.address_id, r.address_id), round = r.round + 1, turn_at = p_now,
          told_at = case when k.reason is null and k.arm = 'sent' then p_now end
        from placed k left join written w on w.dedupe_key = 'pengingat/' || p_campaign || '/' || k.id || '/' || k.round
        where r.id = k.id
      returning r.state)
  select count(*) filter (where c.state = 'queued'), count(*) filter (where c.state = 'covered'), count(*) filter (where c.state = 'held'),
      count(*) filter (where c.state = 'skipped')
    into write_campaign_block.queued, write_campaign_block.covered, write_campaign_block.held, write_campaign_block.skipped
    from changed c;
end
$$;
