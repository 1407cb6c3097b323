-- What a send found out: the provider was reached, so that everything may go; or it was not.
create or replace function note_provider(p_sender text, p_now timestamptz, p_reached boolean) returns void language sql as $$
  update send_budgets set unreachable_since = case when p_reached then null else coalesce(unreachable_since, p_now) end,
      next_probe_at = case when p_reached then null else p_now + interval '2 seconds' end
    where sender = p_sender and (not p_reached or unreachable_since is not null)
$$;
