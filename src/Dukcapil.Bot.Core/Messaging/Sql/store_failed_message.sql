-- Stores a message whose first handling failed and was rolled back, for the worker to try again.
create or replace function store_failed_message(
  p_sid text, p_hash bytea, p_other bytea, p_address bytea, p_content bytea, p_now timestamptz, p_late boolean, p_fault text)
returns bigint language plpgsql as $$
begin
  perform address_of(p_hash, p_other, p_address, p_now);
  return (select address_id from store_pending(p_sid, p_hash, p_content, p_now, p_late, 1, p_fault));
end
$$;
