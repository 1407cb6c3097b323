-- Work of officers: a late success clears what a failure left, search finds what is meant, sessions end for good, what was typed is kept.

-- Delivery ------------------------------------------------------------------------------------------------------------

-- The message says how it stands; what it went through, with the provider's codes, stays in its history
-- (note_outbox_status in 0023).
alter table outbox_history add column error_code integer;

insert into outbox_history (outbox_id, at, status, reason, error_code)
  select id, updated_at, 'failed', 'Pernah dilaporkan gagal dengan kode ini.', error_code from outbox
  where status in ('delivered', 'read') and error_code is not null;
update outbox set error_code = null, reason = null where status in ('delivered', 'read') and error_code is not null;

-- Records what came of claims: the arrays hold one element for each message. A report that overtook the answer is never taken back, nor
-- what it said. Returns whether something waits behind these messages.
create or replace function settle_messages(
  p_now timestamptz, p_ids bigint[], p_statuses text[], p_reasons text[], p_codes integer[], p_sids text[], p_not_before timestamptz[], p_held boolean[])
returns boolean language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  v_addresses bigint[];
begin
  with results as (
    select r.*, outbox_rank(r.status) >= outbox_rank(o.status) or r.status = 'pending' as counts
    from unnest(p_ids, p_statuses, p_reasons, p_codes, p_sids, p_not_before, p_held) r (id, status, reason, code, sid, not_before, held)
      join outbox o on o.id = r.id),
  settled as (
    update outbox o set status = case when r.counts then r.status else o.status end, reason = case when r.counts then r.reason else o.reason end,
      error_code = case when r.counts then r.code else o.error_code end, provider_sid = coalesce(r.sid, o.provider_sid),
      not_before = coalesce(r.not_before, o.not_before), sent_at = case when r.sid is not null then p_now else o.sent_at end, lease_until = null,
      updated_at = p_now, attempts = case when r.held then o.attempts - 1 else o.attempts end
    from results r
    where o.id = r.id and (o.status = 'sending' or o.provider_sid is null) and (r.sid is null or r.sid <> all (o.failed_sids))
    returning o.address_id)
  select array_agg(address_id) into v_addresses from settled;
  return exists (
    select from unnest(v_addresses) a (id) join outbox o on o.address_id = a.id and o.status in ('pending', 'sending') where o.status = 'pending');
end
$$;

-- Search by name ----------------------------------------------------------------------------------------------------------

-- The parts of a name in small letters without accents; apostrophes, hyphens, dots and blanks separate.
create function name_parts(p_name text) returns text[] language sql immutable parallel safe strict as $$
  select array_remove(regexp_split_to_array(
      lower(translate(regexp_replace(normalize(p_name, NFKD), '[\u0300-\u036f]', '', 'g'), 'øØłŁđĐıß', 'oOlLdDis')),
      '[^a-z0-9\u00c0-\uffff]+|[\u02b0-\u02ff\u2000-\u206f]+'), '')
$$;

-- What a name is found by: its parts, and each two neighbours written as one (Nur'aini, Nur Aini and Nuraini are one name to who asks).
-- A loop, because it takes 9 µs a name where one statement took 770.
create function name_vector(p_name text) returns tsvector language plpgsql immutable parallel safe strict as $$
declare
  v_parts text[] := name_parts(p_name);
  v_words text[] := v_parts;
begin
  for i in 1 .. cardinality(v_parts) - 1 loop
    v_words := v_words || (v_parts[i] || v_parts[i + 1]);
  end loop;
  return array_to_tsvector(v_words);
end
$$;

-- The question for a name: every part begins a word of it; two neighbours may be one word there. Null when nothing is asked.
create function name_query(p_text text) returns tsquery language plpgsql immutable parallel safe strict as $$
declare
  v_parts text[] := (name_parts(p_text))[1:6];
  v_ways text[] := array[(select string_agg(format('%L:*', part), ' & ') from unnest(v_parts) part)];
begin
  if cardinality(v_parts) = 0 then return null; end if;
  for i in 1 .. cardinality(v_parts) - 1 loop
    v_ways := v_ways || (select string_agg(format('%L:*', part), ' & ')
      from unnest(v_parts[:i - 1] || (v_parts[i] || v_parts[i + 1]) || v_parts[i + 2:]) part);
  end loop;
  return array_to_string(v_ways, ' | ')::tsquery;
end
$$;

drop index cases_by_name;
alter table cases drop column name_words;
alter table cases add column name_words tsvector generated always as (name_vector(subject_name)) stored;
create index cases_by_name on cases using gin (name_words);

-- Cases by name, newest first. Rare names come from the index of words alone, so that a name nobody has costs nothing, whatever the
-- number of cases; where thousands match, walking back from the newest case finds a page of them at once.
create function find_cases_by_name(p_text text, p_skip integer, p_take integer) returns setof bigint
language plpgsql stable set enable_seqscan = off as $$
declare
  v_query tsquery := name_query(p_text);
  v_ids bigint[];
begin
  v_ids := array(select id from cases where name_words @@ v_query limit 5000);
  if cardinality(v_ids) < 5000 then
    return query select f.id from unnest(v_ids) f (id) order by f.id desc offset p_skip limit p_take;
  else
    return query select c.id from cases c where c.name_words @@ v_query order by c.id desc offset p_skip limit p_take;
  end if;
end
$$;

-- Sessions ----------------------------------------------------------------------------------------------------------------

-- A cookie names its session. Without its row it is worth nothing, on any replica and in any copy.
create table staff_sessions (
  id uuid primary key,
  staff_id uuid not null references staff,
  began_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null
);
create index staff_sessions_by_staff on staff_sessions (staff_id);

-- What an officer typed into a form that could not be carried out, until the page shows it again; at most a day.
create table kept_forms (
  id uuid primary key,
  staff_id uuid not null references staff,
  kept_at timestamptz not null,
  content_enc bytea not null
);
create index kept_forms_by_staff on kept_forms (staff_id, kept_at);

comment on column sign_in_tries.caller is 'network address (of IPv6 the /64), or browser:id of a browser that has signed in to the account before';

grant select, insert, update, delete on staff_sessions, kept_forms to dukcapil_app;
grant execute on function name_parts(text), name_vector(text), name_query(text), find_cases_by_name(text, integer, integer) to dukcapil_app;
