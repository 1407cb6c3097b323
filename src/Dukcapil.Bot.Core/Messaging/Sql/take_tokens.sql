-- Tokens for messages that need no claim, taken ahead by a host. Only while the bucket is more than half full: when the sender comes
-- near its rate everything goes through the claim, in order of urgency.
create or replace function take_tokens(p_sender text, p_bucket double precision, p_rate double precision, p_wanted integer) returns integer
language plpgsql as $$
declare
  v_tokens double precision;
  v_taken integer;
begin
  insert into send_budgets (sender, tokens, refilled_at) values (p_sender, p_bucket, clock_timestamp())
    on conflict (sender) do update set refilled_at = clock_timestamp(), tokens =
      least(p_bucket, send_budgets.tokens + p_rate * greatest(0, extract(epoch from clock_timestamp() - send_budgets.refilled_at)))
    returning tokens into v_tokens;
  v_taken := case when v_tokens > p_bucket / 2 then least(p_wanted, floor(v_tokens)::integer) else 0 end;
  update send_budgets set tokens = tokens - v_taken where sender = p_sender and v_taken > 0;
  return v_taken;
end
$$;
