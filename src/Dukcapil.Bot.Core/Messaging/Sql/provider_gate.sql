-- How many messages may be claimed now: as many as asked for, or, while the provider is out of reach, one every two seconds, which finds
-- out whether it is back. Only one replica gets it.
create or replace function provider_gate(p_sender text, p_now timestamptz, p_most integer) returns integer language plpgsql as $$
begin
  if not exists (select from send_budgets b where b.sender = p_sender and b.unreachable_since is not null) then return p_most; end if;
  update send_budgets set next_probe_at = p_now + interval '2 seconds'
    where sender = p_sender and unreachable_since is not null and next_probe_at <= p_now;
  return case when found then 1 else 0 end;
end
$$;
