-- Whoever closes the case and however: in the order of locks of every operation on bookings. The places that become free are offered by the
-- job that moves offers on. An appointment of today at which the case was completed stays: the visit ends it.
create or replace function free_appointments() returns trigger language plpgsql as $$
declare
  v_bookings bigint[];
begin
  perform pg_advisory_xact_lock(hashtextextended(encode(s.subject_hash, 'hex'), 7)) from (
    select distinct subject_hash from bookings where case_id = new.id and state in ('Held', 'Booked', 'Displaced') order by subject_hash) s;
  perform from slots where id in (select slot_id from bookings where case_id = new.id
    and state in ('Held', 'Booked', 'Displaced')) order by id for no key update;
  v_bookings := array(
    select b.id from bookings b join slots s on s.id = b.slot_id where b.case_id = new.id and b.state in ('Held', 'Booked', 'Displaced')
      and (new.status <> 'Completed' or s.starts_at > new.closed_at));
  update slot_wishes set state = 'Closed', updated_at = new.closed_at
    where (case_id = new.id or booking_id = any (v_bookings)) and state in ('Open', 'Offered');
  update bookings set state = case state when 'Held' then 'Lapsed' else 'Cancelled' end, updated_at = new.closed_at,
    actor_kind = 'system', actor_id = null, reason = 'Permohonannya sudah ditutup.' where id = any (v_bookings);
  return null;
end
$$;
create or replace trigger cases_free_appointments after update of closed_at on cases for each row
  when (old.closed_at is null and new.closed_at is not null) execute function free_appointments();
