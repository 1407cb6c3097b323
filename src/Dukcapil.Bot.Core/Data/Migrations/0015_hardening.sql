-- What holds against strangers and against carelessness.

-- Numbers that change hands --------------------------------------------------------------------------------------------

alter table address_events drop constraint address_events_kind_check;
-- 'moved': the telephone number now writes with another WhatsApp user id, so it is somebody else's; its resident keeps everything else.
alter table address_events add constraint address_events_kind_check check (kind in ('stopped', 'started', 'linked', 'moved', 'flood', 'loop'));

-- An alias is deleted and made anew: what follows an alias that moves (two identifiers of one resident) must not follow this one. The host
-- may not delete an alias in any other way.
create function move_number(p_hash bytea, p_to bigint, p_now timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from address_aliases where value_hash = p_hash;
  insert into address_aliases (value_hash, address_id, added_at) values (p_hash, p_to, p_now);
$$;

-- Takes a number from the resident who had it. Waits for a turn of theirs. What was still to be sent to the number is not sent, and nothing
-- is until they write by their user id.
create function release_number(p_from bigint, p_hash bytea, p_now timestamptz) returns void language plpgsql as $$
begin
  perform from conversations where address_id = p_from for update;
  insert into address_events (address_id, at, kind) values (p_from, p_now, 'moved');
  if exists (select from addresses where id = p_from and value_hash = p_hash) then
    update outbox set status = 'skipped', reason = 'Nomor ini sekarang dipakai orang lain.', updated_at = p_now where address_id = p_from and status = 'pending';
    perform stop_address(p_from, 'blocked', p_now);
  end if;
end
$$;

-- As before, but a number never brings two user ids together. WhatsApp gives a user id to one person, and a new one to a number that is
-- registered anew: whoever writes from a known number with another user id is somebody else. A resident gets a second identifier only by a
-- user id, so an address that has others beside the number has a user id.
create or replace function link_address(p_hash bytea, p_other bytea, p_address bytea, p_now timestamptz) returns bigint language plpgsql as $$
declare
  v_id bigint;
  v_other bigint;
  v_before bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(encode(least(p_hash, p_other), 'hex'), 0));
  perform pg_advisory_xact_lock(hashtextextended(encode(greatest(p_hash, p_other), 'hex'), 0));
  select address_id into v_id from address_aliases where value_hash = p_hash;
  select address_id into v_other from address_aliases where value_hash = p_other;
  if p_other is not null and v_id <> coalesce(v_other, 0)
     and exists (select from address_aliases a where a.address_id = v_id and a.value_hash <> p_hash) then
    v_before := v_id;
    perform release_number(v_before, p_hash, p_now);
    v_id := v_other;
  end if;
  if v_id is null and v_other is null then
    insert into addresses (value_enc, value_hash, created_at) values (p_address, p_hash, p_now) returning id into v_id;
    insert into conversations (address_id) values (v_id);
  elsif v_id <> v_other then
    v_id := merge_addresses(v_id, v_other, p_now);
    insert into address_events (address_id, at, kind) values (v_id, p_now, 'linked');
  elsif p_other is not null and v_id is distinct from v_other then
    v_id := coalesce(v_id, v_other);
    insert into address_events (address_id, at, kind) values (v_id, p_now, 'linked');
  end if;
  if v_before is not null then perform move_number(p_hash, v_id, p_now); end if;
  insert into address_aliases (value_hash, address_id, added_at) select hash, v_id, p_now
    from unnest(array[p_hash, p_other]) hash where hash is not null on conflict (value_hash) do nothing;
  return v_id;
end
$$;

create table address_policy (
  only_row boolean primary key default true check (only_row),
  -- Operators give numbers out again: where WhatsApp names no user id, a number that was silent for longer must prove that it is still the
  -- same resident's before it is shown a case.
  silence_days integer not null default 180 check (silence_days between 30 and 3650),
  -- What one phone may have open at a time, so that nobody books up the office. Officers are not bound. The turns of a chat follow each
  -- other, so what one of them counts holds until it commits.
  most_open_cases integer not null default 10 check (most_open_cases between 1 and 1000),
  most_open_bookings integer not null default 5 check (most_open_bookings between 1 and 1000)
);
insert into address_policy default values;

create table address_doubts (
  address_id bigint primary key references addresses,
  since timestamptz not null,
  -- Wrong answers; after three only the counter helps.
  failures smallint not null default 0,
  settled_at timestamptz
);

create function doubt_address() returns trigger language plpgsql as $$
begin
  insert into address_doubts (address_id, since)
    select new.address_id, new.last_input_at from address_policy p
    where new.last_input_at > old.last_input_at + make_interval(days => p.silence_days)
      and (select count(*) from address_aliases a where a.address_id = new.address_id) = 1
    on conflict (address_id) do update set since = excluded.since, failures = 0, settled_at = null where address_doubts.settled_at is not null;
  return null;
end
$$;
create trigger conversations_doubt after update of last_input_at on conversations for each row
  when (new.last_input_at > old.last_input_at + interval '30 days') execute function doubt_address();

-- A closed case has no appointment --------------------------------------------------------------------------------------

-- Whoever closes the case and however: in the order of locks of every operation on bookings. The places that become free are offered by the
-- job that moves offers on. An appointment of today at which the case was completed stays: the visit ends it.
create function free_appointments() returns trigger language plpgsql as $$
declare
  v_bookings bigint[];
begin
  perform pg_advisory_xact_lock(hashtextextended(encode(s.subject_hash, 'hex'), 7)) from (
    select distinct subject_hash from bookings where case_id = new.id and state in ('Held', 'Booked', 'Displaced') order by subject_hash) s;
  perform from slots where id in (select slot_id from bookings where case_id = new.id and state in ('Held', 'Booked', 'Displaced')) order by id for no key update;
  v_bookings := array(
    select b.id from bookings b join slots s on s.id = b.slot_id where b.case_id = new.id and b.state in ('Held', 'Booked', 'Displaced')
      and (new.status <> 'Completed' or s.starts_at > new.closed_at));
  update slot_wishes set state = 'Closed', updated_at = new.closed_at
    where (case_id = new.id or booking_id = any (v_bookings)) and state in ('Open', 'Offered');
  update bookings set state = case state when 'Held' then 'Lapsed' else 'Cancelled' end, updated_at = new.closed_at,
    actor_kind = 'system', actor_id = null, reason = 'Permohonannya sudah ditutup.' where id = any (v_bookings);
  return null;
end
$$;
create trigger cases_free_appointments after update of closed_at on cases for each row
  when (old.closed_at is null and new.closed_at is not null) execute function free_appointments();

-- HAPUS DATA: what is over stays in the office's records, but nobody reaches it from the phone any more.
create function detach_past(p_address bigint) returns void language sql as $$
  update cases set address_id = null where address_id = p_address and closed_at is not null;
  update bookings set address_id = null where address_id = p_address and state in ('Lapsed', 'Cancelled', 'Done', 'NoShow');
  update visits set address_id = null where address_id = p_address and finished_at is not null;
$$;

-- Signing in ------------------------------------------------------------------------------------------------------------

-- Tries for an account from one caller: wrong passwords shut out that caller alone, so that a stranger cannot shut out an officer.
create table sign_in_tries (
  staff_id uuid not null references staff,
  -- The caller's network address; of IPv6 the network (/64).
  caller text not null,
  -- In a row; the one under way counts until it proves right.
  failures integer not null,
  tried_at timestamptz not null,
  succeeded_at timestamptz,
  primary key (staff_id, caller)
);

-- Keys ------------------------------------------------------------------------------------------------------------------

-- A known word, sealed and hashed with the keys that this database was filled with: a host with others does not start.
create table key_proof (
  only_row boolean primary key default true check (only_row),
  word_enc bytea not null,
  word_hash bytea not null
);

-- Grants ----------------------------------------------------------------------------------------------------------------

-- Proofs: a consent can only be withdrawn, or follow its resident; a receipt and a handover stay as they are.
revoke update on consents, case_receipts, case_handovers from dukcapil_app;
grant update (withdrawn_at, address_id) on consents to dukcapil_app;

grant select, insert, update on address_doubts, sign_in_tries to dukcapil_app;
grant delete on sign_in_tries to dukcapil_app;
grant select, insert on key_proof to dukcapil_app;
grant select on address_policy to dukcapil_app;
revoke execute on function move_number(bytea, bigint, timestamptz) from public;
grant execute on function move_number(bytea, bigint, timestamptz), release_number(bigint, bytea, timestamptz), doubt_address(), free_appointments(), detach_past(bigint) to dukcapil_app;
