-- The lobby's board hears of every change, whichever host makes it. A day has a few hundred of them, so that the lock which NOTIFY
-- takes at commit troubles nobody (docs/adr).
create or replace function notify_queue() returns trigger language plpgsql as $$
begin
  perform pg_notify('queue', '');
  return null;
end
$$;
create or replace trigger visits_changed after insert or update on visits for each statement execute function notify_queue();
