-- Makes an identifier known. Whoever meets a new one, or two that are not yet known to be one resident's, waits here for others who met
-- them too. A number never brings two user ids together. WhatsApp gives a user id to one person, and a new one to a number that is
-- registered anew: whoever writes from a known number with another user id is somebody else. A resident gets a second identifier only by a
-- user id, so an address that has others beside the number has a user id.
create or replace function link_address(p_hash bytea, p_other bytea, p_address bytea, p_now timestamptz) returns bigint
  language plpgsql as $$
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
