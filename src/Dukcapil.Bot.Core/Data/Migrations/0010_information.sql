-- What the office tells: topics that residents asked to be told about.

-- Subscriptions -----------------------------------------------------------------------------------------------------

-- A topic is a name, such as 'jadwal:36.72.02.1005' (visits to a kelurahan) or 'kabar-kantor' (news of the office).
create table subscriptions (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  topic text not null,
  way text not null check (way in ('resident', 'staff')),
  created_at timestamptz not null,
  ended_at timestamptz,
  -- 'opt-out': BERHENTI or the provider's opt-out; 'merged': the resident's other identifier had asked for the same.
  ended_by text check (ended_by in ('resident', 'staff', 'opt-out', 'erased', 'merged')),
  check ((ended_at is null) = (ended_by is null))
);
create unique index subscriptions_one_open on subscriptions (address_id, topic) where ended_at is null;
create index subscriptions_by_topic on subscriptions (topic) where ended_at is null;

-- Who wants no messages wants these least of all, whoever records the wish. A block is no wish: it ends by itself when the resident writes.
create function end_subscriptions() returns trigger language plpgsql as $$
begin
  update subscriptions set ended_at = new.stopped_at, ended_by = 'opt-out' where address_id = new.id and ended_at is null;
  return null;
end
$$;
create trigger addresses_end_subscriptions after update of stopped_at, stopped_by on addresses for each row
  when (new.stopped_by in ('resident', 'provider') and old.stopped_by is distinct from new.stopped_by) execute function end_subscriptions();

-- Two identifiers that prove to be one resident's (merge_addresses) bring their subscriptions with them.
create function subscriptions_follow_address() returns trigger language plpgsql as $$
begin
  update subscriptions gone set ended_at = now(), ended_by = 'merged' where gone.address_id = old.address_id and gone.ended_at is null
    and exists (select from subscriptions kept where kept.address_id = new.address_id and kept.topic = gone.topic and kept.ended_at is null);
  update subscriptions set address_id = new.address_id where address_id = old.address_id;
  return null;
end
$$;
create trigger address_aliases_bring_subscriptions after update of address_id on address_aliases for each row
  when (old.address_id <> new.address_id) execute function subscriptions_follow_address();

-- Grants ------------------------------------------------------------------------------------------------------------

grant select, insert, update on subscriptions to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
grant execute on all functions in schema public to dukcapil_app;
