-- Makes one resident of two: the one who wrote last keeps the conversation and receives everything of the other. Locks both
-- conversations, so that no turn of either runs meanwhile.
create or replace function merge_addresses(p_one bigint, p_two bigint, p_now timestamptz) returns bigint language plpgsql as $$
declare
  v_kept bigint;
  v_gone bigint;
begin
  perform from conversations where address_id in (p_one, p_two) order by address_id for update;
  select address_id into v_kept from conversations where address_id in (p_one, p_two)
    order by last_input_at desc nulls last, address_id limit 1;
  v_gone := p_one + p_two - v_kept;
  update address_aliases set address_id = v_kept where address_id = v_gone;
  update inbox set address_id = v_kept where address_id = v_gone;
  update outbox set address_id = v_kept where address_id = v_gone;
  update cases set address_id = v_kept where address_id = v_gone;
  update consents set address_id = v_kept where address_id = v_gone;
  update media set address_id = v_kept where address_id = v_gone;
  delete from conversations where address_id = v_gone;
  perform stop_address(v_kept, stopped_by, stopped_at) from addresses where id = v_gone and stopped_at is not null;
  return v_kept;
end
$$;
