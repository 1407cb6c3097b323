-- Campaigns (pengingat massal) to people not yet recorded, and broadcasts (siaran) to residents who asked for a topic or have an open
-- case. Who is written to is frozen when the campaign is approved; whether they still should be is read again when their turn comes.

create table campaigns (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('Recording', 'Broadcast')),
  title text not null,
  text_id text not null,
  -- For residents who chose English; null: they read the Indonesian text.
  text_en text,
  state text not null default 'Draft' check (state in ('Draft', 'Submitted', 'Running', 'Paused', 'Stopped', 'Finished')),
  -- Rises with every save: who approves, approves what they read.
  revision integer not null default 1,
  -- Of a campaign: kelurahan (empty: all), age in whole years, ever married (null: either), not told for so many days, and how many days
  -- before the 17th birthday somebody already counts.
  audience_places text[] not null default '{}',
  audience_from_age smallint,
  audience_to_age smallint,
  audience_married boolean,
  audience_untold_days integer,
  audience_lead_days integer not null default 0,
  -- Of a broadcast: subscribers of a topic, residents with an open case, or both.
  audience_topic text,
  audience_open_cases boolean not null default false,
  starts_at timestamptz not null,
  -- Whose turn has not come by then is not written to.
  ends_at timestamptz not null,
  per_minute integer not null check (per_minute between 1 and 100000),
  -- Days between two messages to one phone over all campaigns; and how many it gets within 365 days at most.
  spacing_days integer not null check (spacing_days between 0 and 365),
  most_a_year integer not null check (most_a_year between 1 and 365),
  -- Share of phones that get nothing, so that the office sees whether reminding helps.
  held_out_percent integer not null check (held_out_percent between 0 and 50),
  written_by uuid not null references staff,
  written_at timestamptz not null,
  approved_by uuid references staff,
  -- When the recipients were frozen.
  approved_at timestamptz,
  -- Up to this moment the pace has been used up.
  paced_until timestamptz,
  ended_at timestamptz,
  check (starts_at < ends_at),
  check ((state in ('Draft', 'Submitted')) <= (approved_at is null)),
  check ((state in ('Running', 'Paused', 'Finished')) <= (approved_at is not null)),
  check ((state in ('Stopped', 'Finished')) = (ended_at is not null)),
  -- Nobody approves what they wrote themselves.
  constraint campaigns_two_people check (approved_by <> written_by)
);
create index campaigns_running on campaigns (id) where state = 'Running';

-- What was done with a campaign, and by whom; null: by the system. Insert-only for the host.
create table campaign_history (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns,
  at timestamptz not null,
  staff_id uuid references staff,
  act text not null,
  detail jsonb not null default '{}'
);
create index campaign_history_by_campaign on campaign_history (campaign_id, id);

-- National holidays on which the office writes all the same.
create table campaign_open_days (
  day date primary key,
  decided_by uuid not null references staff,
  decided_at timestamptz not null
);

-- Recipients --------------------------------------------------------------------------------------------------------

-- 'planned': waits for its turn. 'queued': has a message, whose fate stands in the outbox. 'covered': another person of the same phone has
-- it, since one phone gets one message. 'held': held out when its turn came. 'skipped': gets none, for the reason.
create table campaign_recipients (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns,
  -- Null in a broadcast.
  person_id bigint references unrecorded_people,
  -- Known from the turn on; in a broadcast from the beginning.
  address_id bigint references addresses,
  -- The person's number when the campaign was planned.
  phone_hash bytea,
  -- Drawn for the phone and not for the person: a reminder to a family is heard by all of it.
  arm text not null check (arm in ('sent', 'held_out')),
  state text not null check (state in ('planned', 'queued', 'covered', 'held', 'skipped')),
  reason text,
  -- The order, mixed over the city; people of one phone share it.
  turn bigint not null,
  -- How often its turn came: a message that was withdrawn unsent is followed by another.
  round integer not null default 0,
  outbox_id bigint references outbox,
  turn_at timestamptz,
  told_at timestamptz,
  answer text check (answer in ('record', 'recorded', 'not_mine', 'later')),
  answered_at timestamptz,
  check (num_nonnulls(person_id, address_id) >= 1),
  check ((state = 'queued') <= (outbox_id is not null and address_id is not null)),
  check ((state in ('queued', 'covered')) = (told_at is not null)),
  check ((state = 'skipped') = (reason is not null))
) with (fillfactor = 70);
create unique index campaign_recipients_one_person on campaign_recipients (campaign_id, person_id) where person_id is not null;
create unique index campaign_recipients_one_resident on campaign_recipients (campaign_id, address_id) where person_id is null;
-- One phone, one message: whatever happens at the same time.
create unique index campaign_recipients_one_message on campaign_recipients (campaign_id, address_id) where state = 'queued';
create unique index campaign_recipients_by_message on campaign_recipients (outbox_id) where outbox_id is not null;
create index campaign_recipients_in_turn on campaign_recipients (campaign_id, turn, id) where state = 'planned';
create index campaign_recipients_by_person on campaign_recipients (person_id, told_at) where told_at is not null;
create index campaign_recipients_by_address on campaign_recipients (address_id, told_at) where address_id is not null;

-- What a resident said in answer to a reminder, for staff to confirm: the resident's word alone records nobody. While it is open, or when
-- it proved true, no reminder goes to that person.
create table reminder_claims (
  id bigint generated always as identity primary key,
  person_id bigint not null references unrecorded_people,
  address_id bigint not null references addresses,
  recipient_id bigint not null references campaign_recipients,
  kind text not null check (kind in ('recorded', 'not_mine')),
  said_at timestamptz not null,
  state text not null default 'Open' check (state in ('Open', 'Confirmed', 'Refused')),
  decided_by uuid references staff,
  decided_at timestamptz,
  check ((state = 'Open') = (decided_at is null))
);
create unique index reminder_claims_one_open on reminder_claims (person_id) where state = 'Open';
create index reminder_claims_open on reminder_claims (id) where state = 'Open';
create index reminder_claims_by_address on reminder_claims (address_id);

-- Two identifiers that prove to be one resident's bring their subscriptions: found by the address, ended ones included.
create index if not exists subscriptions_by_address on subscriptions (address_id);

-- Withdrawing -------------------------------------------------------------------------------------------------------

-- Takes back messages that nobody has claimed yet. A message claimed at this moment is no longer 'pending' once its lock is free and stays
-- what it is. With p_code the recipient is skipped for that reason, without it the turn comes again. Others of the same phone, whom the
-- message was to serve, too, get their turn.
create function withdraw_campaign_messages(p_recipients bigint[], p_code text, p_words text, p_now timestamptz) returns void language sql as $$
  with gone as (
    update outbox o set status = 'skipped', reason = p_words, updated_at = p_now
    from campaign_recipients r
    where r.id = any (p_recipients) and r.state = 'queued' and o.id = r.outbox_id and o.status = 'pending'
    returning r.id, r.campaign_id, r.address_id),
  others as (
    update campaign_recipients s set state = 'planned', told_at = null from gone
    where s.campaign_id = gone.campaign_id and s.address_id = gone.address_id and s.state = 'covered')
  update campaign_recipients r set state = case when p_code is null then 'planned' else 'skipped' end, reason = p_code, outbox_id = null, told_at = null
    from gone where r.id = gone.id
$$;

-- Recorded, dead or moved, or the number proved wrong or changed, while a message waits: it is not sent.
create function withdraw_from_person() returns trigger language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r where r.person_id = new.id and r.state = 'queued' and r.told_at is not null),
    case when new.status <> 'unrecorded' then new.status when new.phone_status = 'wrong' then 'wrong-number'
      when new.phone_status = 'not_mine' then 'not-mine' else 'number-changed' end,
    case when new.status <> 'unrecorded' then 'Data orang ini berubah sebelum pesan dikirim.' else 'Nomor orang ini berubah sebelum pesan dikirim.' end,
    new.updated_at);
  return null;
end
$$;
create trigger unrecorded_people_withdraw after update on unrecorded_people for each row
  when ((old.status = 'unrecorded' and new.status <> 'unrecorded') or new.phone_hash is distinct from old.phone_hash
    or (old.phone_status is distinct from new.phone_status and new.phone_status in ('wrong', 'not_mine')))
  execute function withdraw_from_person();

create function withdraw_from_address() returns trigger language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r where r.address_id = new.id and r.state = 'queued' and r.told_at is not null),
    'stopped', 'Penduduk meminta berhenti dikirimi pesan.', new.stopped_at);
  return null;
end
$$;
create trigger addresses_withdraw after update of stopped_at on addresses for each row
  when (old.stopped_at is null and new.stopped_at is not null) execute function withdraw_from_address();

-- Who no longer asks for a topic is not told of it by what still waits.
create function withdraw_from_subscription() returns trigger language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r join campaigns c on c.id = r.campaign_id
          where r.address_id = new.address_id and r.told_at is not null and r.state = 'queued' and r.person_id is null and not campaign_wants(c, new.address_id)),
    'not-asked', 'Penduduk tidak lagi meminta dikabari.', new.ended_at);
  return null;
end
$$;
create trigger subscriptions_withdraw after update of ended_at on subscriptions for each row
  when (old.ended_at is null and new.ended_at is not null) execute function withdraw_from_subscription();

create function withdraw_for_claim() returns trigger language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r where r.person_id = new.person_id and r.state = 'queued' and r.told_at is not null),
    'claimed', 'Jawaban penduduk sedang diperiksa petugas.', new.said_at);
  return null;
end
$$;
create trigger reminder_claims_withdraw after insert on reminder_claims for each row execute function withdraw_for_claim();

-- A pause takes back what waits, and it comes again; a stop ends it for everybody whose turn has not come.
create function withdraw_campaign() returns trigger language plpgsql as $$
declare
  v_now timestamptz := coalesce(new.ended_at, clock_timestamp());
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r join outbox o on o.id = r.outbox_id
          where r.campaign_id = new.id and r.state = 'queued' and o.status = 'pending'),
    null, case new.state when 'Paused' then 'Pengingat massal dijeda.' else 'Pengingat massal dihentikan.' end, v_now);
  if new.state = 'Stopped' then
    update campaign_recipients set state = 'skipped', reason = 'halted' where campaign_id = new.id and state = 'planned';
  end if;
  return null;
end
$$;
create trigger campaigns_withdraw after update of state on campaigns for each row
  when (old.state in ('Running', 'Paused') and new.state in ('Paused', 'Stopped') and old.state <> new.state) execute function withdraw_campaign();

-- What came of a message without having been sent: its time of day was over, then the turn comes again; or the sender left it out. A number
-- that has no WhatsApp is noted for everybody it was given for; whom an import holds at that moment is passed over, or the import would hold up
-- the results of all sends.
create function settle_campaign_message() returns trigger language plpgsql as $$
declare
  v_recipient campaign_recipients;
begin
  select * into v_recipient from campaign_recipients where outbox_id = new.id and state = 'queued';
  if not found then return null; end if;
  if new.status = 'failed' then
    update unrecorded_people set phone_status = 'wrong', updated_at = new.updated_at, actor_kind = 'system', actor_id = null, reason = new.reason
      where id in (select p.id from unrecorded_people p where p.phone_hash = v_recipient.phone_hash and p.phone_status in ('unknown', 'good') for update skip locked);
    return null;
  end if;
  update campaign_recipients set told_at = null, outbox_id = null,
      state = case when new.status = 'expired' and c.state in ('Running', 'Paused') then 'planned' else 'skipped' end,
      reason = case when new.status = 'expired' then case when c.state not in ('Running', 'Paused') then 'halted' end
                    when exists (select from addresses a where a.id = new.address_id and a.stopped_at is not null) then 'stopped' else 'not-sent' end
    from campaigns c where c.id = v_recipient.campaign_id and campaign_recipients.id = v_recipient.id;
  update campaign_recipients s set told_at = null, state = case when c.state in ('Running', 'Paused') then 'planned' else 'skipped' end,
      reason = case when c.state in ('Running', 'Paused') then null else 'halted' end
    from campaigns c where c.id = v_recipient.campaign_id and s.campaign_id = c.id and s.address_id = new.address_id and s.state = 'covered';
  return null;
end
$$;
-- 63003, 63024: the number has no WhatsApp. 2: campaigns alone use that priority.
create trigger outbox_campaign_settled after update of status on outbox for each row
  when (new.priority = 2 and old.status <> new.status and (new.status in ('skipped', 'expired') or (new.status = 'failed' and new.error_code in (63003, 63024))))
  execute function settle_campaign_message();

-- Two identifiers that prove to be one resident's bring what they were told; what would come twice is left out.
create function campaigns_follow_address() returns trigger language plpgsql as $$
begin
  update campaign_recipients gone set state = 'skipped', reason = 'merged' where gone.address_id = old.address_id and gone.state = 'planned'
    and exists (select from campaign_recipients kept where kept.campaign_id = gone.campaign_id and kept.address_id = new.address_id);
  update campaign_recipients moved set address_id = new.address_id where moved.address_id = old.address_id
    and not exists (select from campaign_recipients kept where kept.campaign_id = moved.campaign_id and kept.address_id = new.address_id);
  update reminder_claims set address_id = new.address_id where address_id = old.address_id;
  return null;
end
$$;
create trigger address_aliases_bring_campaigns after update of address_id on address_aliases for each row
  when (old.address_id <> new.address_id) execute function campaigns_follow_address();

-- Sending -----------------------------------------------------------------------------------------------------------

-- Moves the next recipients of a campaign to the outbox. Everything that speaks against it is read and the message written by one
-- statement, and the rows it was read from stay locked until the commit: a change that comes later finds the message and withdraws it, one
-- that is under way is waited for by leaving the recipient to the next block. Callers take turns by an advisory lock, so that two campaigns
-- never judge one phone at the same time.
create function write_campaign_block(
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
      where a.id in (select coalesce(l.address_id, r.address_id) from campaign_recipients r left join address_aliases l on l.value_hash = r.phone_hash
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
          when exists (select from campaign_recipients e where e.address_id = a.id and e.told_at is not null and e.answer = 'later' and e.answered_at > p_later_since) then 'later'
          when exists (select from campaign_recipients e where e.address_id = a.id and e.campaign_id <> p_campaign
                       and e.told_at > p_now - make_interval(days => v_campaign.spacing_days)) then 'too-soon'
          when (select count(distinct e.campaign_id) from campaign_recipients e where e.address_id = a.id and e.campaign_id <> p_campaign
                and e.told_at > p_now - interval '365 days') >= v_campaign.most_a_year then 'most'
        end as reason
      from campaign_recipients r
        left join people p on p.id = r.person_id
        left join address_aliases l on l.value_hash = r.phone_hash
        left join residents a on a.id = coalesce(l.address_id, r.address_id)
      where r.id = any (v_ids) and (r.person_id is null or p.id is not null) and (a.id is not null or coalesce(l.address_id, r.address_id) is null)),
    placed as materialized (
      select j.*, row_number() over (partition by j.address_id, j.reason is null order by j.id) = 1 and not exists (
          select from campaign_recipients s where s.campaign_id = p_campaign and s.address_id = j.address_id and s.state = 'queued') as is_first
      from judged j),
    written as (
      insert into outbox (address_id, kind, topic, priority, dedupe_key, content_enc, timed, status, created_at, not_before, expires_at, updated_at)
      select k.address_id, 'push', case v_campaign.kind when 'Recording' then 'perekaman' else 'siaran' end, 2,
          'pengingat/' || p_campaign || '/' || k.id || '/' || k.round,
          case when k.language = 'en' then coalesce(p_text_en, p_text_id) else p_text_id end, true, 'pending', p_now, p_now, p_expires, p_now
        from placed k where k.arm = 'sent' and k.reason is null and k.is_first order by k.id
      returning id, dedupe_key),
    changed as (
      update campaign_recipients r set
          state = case when k.reason is not null then 'skipped' when k.arm = 'held_out' then 'held' when w.id is not null then 'queued' else 'covered' end,
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

-- Whether a resident still belongs to a broadcast's audience.
create function campaign_wants(p_campaign campaigns, p_address bigint) returns boolean language sql stable as $$
  select (p_campaign.audience_topic is not null and exists (
      select from subscriptions s where s.address_id = p_address and s.topic = p_campaign.audience_topic and s.ended_at is null))
    or (p_campaign.audience_open_cases and exists (select from cases c where c.address_id = p_address and c.closed_at is null))
$$;

grant select, insert, update on campaigns, campaign_recipients, reminder_claims to dukcapil_app;
grant select, insert, delete on campaign_open_days to dukcapil_app;
grant select, insert on campaign_history to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
grant execute on all functions in schema public to dukcapil_app;
