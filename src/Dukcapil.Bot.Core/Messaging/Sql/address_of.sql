-- Whose a message is, by the identifier it came from and the other one it names, if any.
create or replace function address_of(p_hash bytea, p_other bytea, p_address bytea, p_now timestamptz) returns bigint language plpgsql as $$
declare
  v_id bigint;
  v_other bigint;
begin
  select address_id into v_id from address_aliases where value_hash = p_hash;
  if p_other is null then
    if v_id is not null then return v_id; end if;
  else
    select address_id into v_other from address_aliases where value_hash = p_other;
    if v_id = v_other then return v_id; end if;
  end if;
  return link_address(p_hash, p_other, p_address, p_now);
end
$$;
