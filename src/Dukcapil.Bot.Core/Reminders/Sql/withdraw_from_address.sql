create or replace function withdraw_from_address() returns trigger language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r where r.address_id = new.id and r.state = 'queued' and r.told_at is not null),
    'stopped', 'Penduduk meminta berhenti dikirimi pesan.', new.stopped_at);
  return null;
end
$$;
create or replace trigger addresses_withdraw after update of stopped_at on addresses for each row
  when (old.stopped_at is null and new.stopped_at is not null) execute function withdraw_from_address();
