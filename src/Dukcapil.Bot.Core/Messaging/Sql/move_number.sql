-- An alias is deleted and made anew, since nothing else moves with it (merge_addresses is for two identifiers of one resident). The host
-- may not delete an alias in any other way.
create or replace function move_number(p_hash bytea, p_to bigint, p_now timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from address_aliases where value_hash = p_hash;
  insert into address_aliases (value_hash, address_id, added_at) values (p_hash, p_to, p_now);
$$;
