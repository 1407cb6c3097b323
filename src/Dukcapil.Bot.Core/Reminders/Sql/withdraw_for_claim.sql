create or replace function withdraw_for_claim() returns trigger language plpgsql as $$
begin
  perform withdraw_campaign_messages(
    array(select r.id from campaign_recipients r where r.person_id = new.person_id and r.state = 'queued' and r.told_at is not null),
    'claimed', 'Jawaban penduduk sedang diperiksa petugas.', new.said_at);
  return null;
end
$$;
create or replace trigger reminder_claims_withdraw after insert on reminder_claims for each row execute function withdraw_for_claim();
