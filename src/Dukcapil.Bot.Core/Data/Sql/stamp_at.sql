-- What the host may only add to says the database's time, whatever the host says.
create or replace function stamp_at() returns trigger language plpgsql as $$
begin
  if not (select p.hosts_clock from clock_policy p) then new.at := clock_timestamp(); end if;
  return new;
end
$$;
create or replace trigger case_history_stamp before insert on case_history for each row execute function stamp_at();
create or replace trigger access_log_stamp before insert on access_log for each row execute function stamp_at();
create or replace trigger address_events_stamp before insert on address_events for each row execute function stamp_at();
create or replace trigger visit_events_stamp before insert on visit_events for each row execute function stamp_at();
create or replace trigger booking_history_stamp before insert on booking_history for each row execute function stamp_at();
create or replace trigger plan_history_stamp before insert on plan_history for each row execute function stamp_at();
create or replace trigger campaign_history_stamp before insert on campaign_history for each row execute function stamp_at();
create or replace trigger unrecorded_events_stamp before insert on unrecorded_events for each row execute function stamp_at();
create or replace trigger complaint_events_stamp before insert on complaint_events for each row execute function stamp_at();
create or replace trigger field_visit_changes_stamp before insert on field_visit_changes for each row execute function stamp_at();
create or replace trigger message_acts_stamp before insert on message_acts for each row execute function stamp_at();
create or replace trigger deadline_acknowledgements_stamp before insert on deadline_acknowledgements for each row
  execute function stamp_at();
create or replace trigger collection_reminders_stamp before insert on collection_reminders for each row execute function stamp_at();
