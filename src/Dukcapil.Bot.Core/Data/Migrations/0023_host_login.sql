-- The host signs in as dukcapil_app itself: it owns nothing and can become nobody else. What it may only add to sets its own time.

-- The database's clock -----------------------------------------------------------------------------------------------------

create table clock_policy (
  only_row boolean primary key default true check (only_row),
  -- Tests on a clock of their own let the host say the time of what it adds. The host cannot change this.
  hosts_clock boolean not null default false
);
insert into clock_policy default values;
grant select on clock_policy to dukcapil_app;

do $$
declare
  v_table record;
begin
  for v_table in select * from (values
    ('case_history', 'at'), ('access_log', 'at'), ('address_events', 'at'), ('alur_versions', 'loaded_at'),
    ('visit_events', 'at'), ('booking_history', 'at'), ('plan_history', 'at'), ('campaign_history', 'at'), ('unrecorded_events', 'at'),
    ('complaint_events', 'at'), ('topic_versions', 'made_at'), ('field_visit_changes', 'at'), ('message_acts', 'at'),
    ('deadline_warnings', 'warned_at'), ('deadline_acknowledgements', 'at'), ('collection_reminders', 'at'), ('consents', 'given_at'),
    ('case_receipts', 'issued_at'), ('case_handovers', 'handed_at')) t (name, moment)
  loop
    execute format($f$
      create or replace function stamp_%1$s() returns trigger language plpgsql as $body$
      begin
        if not (select p.hosts_clock from clock_policy p) then new.%1$I := clock_timestamp(); end if;
        return new;
      end
      $body$ $f$, v_table.moment);
    execute format('create trigger %1$s_stamp before insert on %1$I for each row execute function stamp_%2$s()',
      v_table.name, v_table.moment);
    execute format('revoke update, delete, truncate on %I from dukcapil_app', v_table.name);
  end loop;
end
$$;
-- A consent is withdrawn or follows its resident, a change of a visit is told once.
grant update (withdrawn_at, address_id) on consents to dukcapil_app;
grant update (told_at) on field_visit_changes to dukcapil_app;

-- Histories that triggers write: nobody else does.
-- Many at once: the clock is asked once for all of them.
create or replace function note_outbox_status() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into outbox_history (outbox_id, at, status, reason, error_code)
    select new_row.id, case when p.hosts_clock then new_row.updated_at else clock_timestamp() end, new_row.status, new_row.reason, new_row.error_code
    from old_rows old_row join new_rows new_row on new_row.id = old_row.id cross join clock_policy p
    where new_row.status <> old_row.status and new_row.status <> 'sending';
  return null;
end
$$;
alter function note_field_visit() security definer set search_path = public, pg_temp;
alter function note_booking() security definer set search_path = public, pg_temp;
alter function note_unrecorded() security definer set search_path = public, pg_temp;
revoke insert, update, delete, truncate on outbox_history from dukcapil_app;
revoke insert on booking_history, unrecorded_events, field_visit_changes from dukcapil_app;

-- The host's login ------------------------------------------------------------------------------------------------------

-- Which migrations were made is the owner's word.
revoke insert, update, delete, truncate on "__EFMigrationsHistory" from dukcapil_app;

-- Four eyes -------------------------------------------------------------------------------------------------------------

-- Whoever wrote any version of a campaign is one of its authors, not only who saved it last.
create function approved_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from campaign_history h where h.campaign_id = new.id and h.act = 'Save' and h.staff_id = new.approved_by) then
    raise check_violation
      using message = 'A campaign is approved by somebody who wrote no version of it.', constraint = 'campaigns_two_people';
  end if;
  return null;
end
$$;
create trigger campaigns_approved after update of approved_by on campaigns for each row
  when (new.approved_by is not null and old.approved_by is distinct from new.approved_by) execute function approved_by_another();
grant execute on function approved_by_another() to dukcapil_app;

-- A provider out of reach -----------------------------------------------------------------------------------------------

-- Since when nobody could connect to the provider, and when the next message may try: all replicas share it.
alter table send_budgets add column unreachable_since timestamptz, add column next_probe_at timestamptz;

-- How many messages may be claimed now: as many as asked for, or, while the provider is out of reach, one every two seconds, which finds
-- out whether it is back. Only one replica gets it.
create function provider_gate(p_sender text, p_now timestamptz, p_most integer) returns integer language plpgsql as $$
begin
  if not exists (select from send_budgets b where b.sender = p_sender and b.unreachable_since is not null) then return p_most; end if;
  update send_budgets set next_probe_at = p_now + interval '2 seconds'
    where sender = p_sender and unreachable_since is not null and next_probe_at <= p_now;
  return case when found then 1 else 0 end;
end
$$;

-- What a send found out: the provider was reached, so that everything may go; or it was not.
create function note_provider(p_sender text, p_now timestamptz, p_reached boolean) returns void language sql as $$
  update send_budgets set unreachable_since = case when p_reached then null else coalesce(unreachable_since, p_now) end,
      next_probe_at = case when p_reached then null else p_now + interval '2 seconds' end
    where sender = p_sender and (not p_reached or unreachable_since is not null)
$$;
grant execute on function provider_gate(text, timestamptz, integer), note_provider(text, timestamptz, boolean) to dukcapil_app;
