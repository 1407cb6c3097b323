-- Sending: incidents, approved templates, one rate for each sender, order by urgency, folding of news to a closed window.

-- Incidents ---------------------------------------------------------------------------------------------------------

create table incidents (
  id bigint generated always as identity primary key,
  kind text not null,
  subject text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  detail text not null
);
-- The same trouble is open once, however often and by however many replicas it is noticed.
create unique index incidents_one_open on incidents (kind, subject) where closed_at is null;
create index incidents_by_time on incidents (opened_at);

-- Templates ---------------------------------------------------------------------------------------------------------

-- One row for each wording that was ever created at the provider: an approved wording cannot be changed, only followed by another.
create table message_templates (
  name text not null,
  language text not null,
  version text not null,
  body text not null,
  content_sid text not null,
  status text not null check (status in ('unsubmitted', 'received', 'pending', 'approved', 'rejected', 'paused', 'disabled')),
  reason text,
  created_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (name, language, version)
);

-- Outbox ------------------------------------------------------------------------------------------------------------

alter table outbox
  -- What kind of news this is; names the templates that may carry it outside the 24-hour window. Replies have none.
  add column topic text,
  -- 0 answers a resident, 1 is news of a case, 2 a campaign: the lower goes first.
  add column priority smallint not null default 0,
  -- How many changes this message tells of, older ones folded into it included.
  add column changes integer not null default 1,
  -- The provider said that the window is closed (63016): the next try goes as a template whatever our own clock says.
  add column as_template boolean not null default false,
  -- The provider's ids of tries that failed and are being repeated: reports of them are no news any more.
  add column failed_sids text[] not null default '{}';

drop index outbox_open;
create index outbox_open on outbox (priority, id) where status in ('pending', 'sending');
create index outbox_failed_sids on outbox using gin (failed_sids) where failed_sids <> '{}';

-- News of one case to a closed window would each cost a template message. It waits two minutes from the first, and a newer one
-- takes the place of those that nobody has claimed yet; a row claimed at this moment is no longer 'pending' once its lock is free
-- and stays what it is.
create function fold_news() returns trigger language plpgsql as $$
declare
  v_older record;
begin
  if exists (select 1 from conversations c where c.address_id = new.address_id and c.last_input_at > new.created_at - interval '24 hours') then
    return new;
  end if;
  with folded as (
    update outbox set status = 'skipped', reason = 'Digabung ke kabar yang lebih baru.', updated_at = new.created_at
    where address_id = new.address_id and fold_key = new.fold_key and kind = 'push' and status = 'pending' and attempts = 0
    returning changes, not_before)
  select coalesce(sum(changes), 0) as changes, min(not_before) as not_before into v_older from folded;
  new.changes := new.changes + v_older.changes;
  new.not_before := greatest(new.not_before, coalesce(v_older.not_before, new.created_at + interval '2 minutes'));
  return new;
end
$$;
create trigger outbox_fold_news before insert on outbox for each row
  when (new.kind = 'push' and new.fold_key is not null) execute function fold_news();

-- One rate for each sender, kept here because all replicas share it: a bucket that fills at the agreed rate and holds a tenth of a
-- second's worth, so that no second sees much more than the rate.
create table send_budgets (
  sender text primary key,
  tokens double precision not null,
  refilled_at timestamptz not null
);

-- Grants ------------------------------------------------------------------------------------------------------------

grant select, insert, update on incidents, message_templates, send_budgets to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
grant execute on function fold_news() to dukcapil_app;
