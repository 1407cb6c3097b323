-- Queues: who came to the office, in which order they are called, who serves them.

-- The last number given on a day. Whoever takes one holds the row until their visit is committed, so no number is given twice.
create table queue_days (
  day date primary key,
  last_number integer not null
);

create table counter_duties (
  day date not null,
  staff_id uuid not null references staff,
  counter_id integer not null references counters,
  since timestamptz not null,
  primary key (day, staff_id),
  unique (day, counter_id)
);

create table visits (
  id bigint generated always as identity primary key,
  day date not null,
  number integer not null check (number > 0),
  booking_id bigint references bookings,
  case_id bigint references cases,
  address_id bigint references addresses,
  service text not null,
  is_priority boolean not null,
  status text not null check (status in ('Waiting', 'Called', 'Serving', 'Done', 'NoShow', 'Left')),
  only_counter_id integer references counters,
  counter_id integer references counters,
  checked_in_at timestamptz not null,
  due_at timestamptz not null,
  first_due_at timestamptz not null,
  first_called_at timestamptz,
  called_at timestamptz,
  call_count integer not null default 0,
  turns integer not null default 0,
  skips integer not null default 0,
  served_at timestamptz,
  finished_at timestamptz,
  end_reason text check (end_reason in ('no-answer', 'went', 'closed')),
  unique (day, number),
  check (counter_id is not null or status not in ('Called', 'Serving')),
  check ((finished_at is null) = (status in ('Waiting', 'Called', 'Serving')))
) with (fillfactor = 70);
-- A counter calls or serves one visitor at a time. The day is part of it: what yesterday left open stands in nobody's way.
create unique index visits_one_at_a_counter on visits (day, counter_id) where status in ('Called', 'Serving');
-- A booking is checked in once; moved to another day, it may be again on that day.
create unique index visits_one_for_a_booking on visits (booking_id, day) where booking_id is not null;
create index visits_in_line on visits (day, due_at) where status = 'Waiting';
create index visits_open on visits (day) where status in ('Waiting', 'Called', 'Serving');
create index visits_measured on visits (service, finished_at) where status = 'Done' and end_reason is null;
create index visits_by_case on visits (case_id) where case_id is not null;
create index visits_by_address on visits (address_id) where address_id is not null;

create table visit_events (
  id bigint generated always as identity primary key,
  visit_id bigint not null references visits,
  at timestamptz not null,
  action text not null check (action in ('checked-in', 'called', 'recalled', 'served', 'skipped', 'transferred', 'finished', 'no-show',
                                         'left', 'returned', 'closed', 'case-linked')),
  staff_id uuid references staff,
  counter_id integer references counters,
  detail text
);
create index visit_events_by_visit on visit_events (visit_id, id);

grant select, insert, update on queue_days, visits to dukcapil_app;
grant select, insert, update, delete on counter_duties to dukcapil_app;
grant select, insert on visit_events to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
