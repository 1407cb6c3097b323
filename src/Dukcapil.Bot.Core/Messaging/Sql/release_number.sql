-- Takes a number from the resident who had it. Waits for a turn of theirs. What was still to be sent to the number is not sent, and nothing
-- is until they write by their user id.
create or replace function release_number(p_from bigint, p_hash bytea, p_now timestamptz) returns void language plpgsql as $$
begin
  perform from conversations where address_id = p_from for update;
  insert into address_events (address_id, at, kind) values (p_from, p_now, 'moved');
  if exists (select from addresses where id = p_from and value_hash = p_hash) then
    update outbox set status = 'skipped', reason = 'nomor-orang-lain', updated_at = p_now
      where address_id = p_from and status = 'pending';
    perform stop_address(p_from, 'blocked', p_now);
  end if;
end
$$;
