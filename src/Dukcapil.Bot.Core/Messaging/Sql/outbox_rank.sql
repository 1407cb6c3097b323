-- How far a message has come: callbacks in any order only ever move it forward.
create or replace function outbox_rank(status text) returns integer language sql immutable parallel safe as $$
  select case status when 'pending' then 0 when 'sending' then 1 when 'unknown' then 2 when 'sent' then 3 when 'delivered' then 5
    when 'read' then 6 else 4 end
$$;
