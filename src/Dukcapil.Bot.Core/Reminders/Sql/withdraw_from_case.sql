-- Who is told of something because of an open case is not told of it any more once the case is closed, by what still waits either.
create or replace function withdraw_from_case() returns trigger language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r join campaigns c on c.id = r.campaign_id
          where r.address_id = new.address_id and r.told_at is not null and r.state = 'queued' and r.person_id is null
            and not campaign_wants(c, new.address_id)),
    'not-asked', 'Permohonan penduduk sudah selesai.', new.closed_at);
  return null;
end
$$;
create or replace trigger cases_withdraw after update of closed_at on cases for each row
  when (old.closed_at is null and new.closed_at is not null and new.address_id is not null) execute function withdraw_from_case();
