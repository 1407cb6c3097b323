-- 21610: the resident has opted out at the provider; 63014: the resident has blocked the sender. Whoever records it.
create or replace function note_stopped_recipient() returns trigger language plpgsql as $$
begin
  perform stop_address(new.address_id, case new.error_code when 21610 then 'provider' else 'blocked' end, new.updated_at);
  return null;
end
$$;
create or replace trigger outbox_recipient_stopped after update of status on outbox for each row
  when (new.status = 'failed' and old.status <> 'failed' and new.error_code in (21610, 63014)) execute function note_stopped_recipient();
