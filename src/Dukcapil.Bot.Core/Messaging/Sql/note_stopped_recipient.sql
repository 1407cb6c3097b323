-- The provider said that the resident has opted out there, or blocked the sender: whoever records it.
create or replace function note_stopped_recipient() returns trigger language plpgsql as $$
begin
  perform stop_address(new.address_id, case new.recipient_fault when 'opted-out' then 'provider' else 'blocked' end, new.updated_at);
  return null;
end
$$;
create or replace trigger outbox_recipient_stopped after update of status on outbox for each row
  when (new.status = 'failed' and old.status <> 'failed' and new.recipient_fault in ('opted-out', 'blocked'))
    execute function note_stopped_recipient();
