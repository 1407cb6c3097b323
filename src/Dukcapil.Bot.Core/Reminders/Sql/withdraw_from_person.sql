-- Recorded, dead or moved, or the number proved wrong or changed, while a message waits: it is not sent.
create or replace function withdraw_from_person() returns trigger language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r where r.person_id = new.id and r.state = 'queued' and r.told_at is not null),
    case when new.status <> 'unrecorded' then new.status when new.phone_status = 'wrong' then 'wrong-number'
      when new.phone_status = 'not_mine' then 'not-mine' else 'number-changed' end,
    case when new.status <> 'unrecorded' then 'orang-berubah' else 'nomor-berubah' end,
    new.updated_at);
  return null;
end
$$;
create or replace trigger unrecorded_people_withdraw after update on unrecorded_people for each row
  when ((old.status = 'unrecorded' and new.status <> 'unrecorded') or new.phone_hash is distinct from old.phone_hash
    or (old.phone_status is distinct from new.phone_status and new.phone_status in ('wrong', 'not_mine')))
  execute function withdraw_from_person();
