-- Appointments (janji temu): the plan of the office, the slots it gives, who has booked them, who waits for an earlier one.
-- "Service" (layanan) is the id of an alur, or 'pengambilan' for collecting a result. Local times are those of the office's zone.

create table counters (
  id integer generated always as identity primary key,
  name text not null unique,
  -- Empty: every service, those of later alur included.
  services text[] not null default '{}',
  active boolean not null default true
);
insert into counters (name) values ('Loket 1'), ('Loket 2');

-- The weekly plan. A row without a counter is the office's; a row with one takes its place for that counter. Without hours: closed.
create table service_hours (
  id integer generated always as identity primary key,
  weekday smallint not null check (weekday between 1 and 7), -- ISO: 1 is Monday
  counter_id integer references counters,
  opens time,
  closes time,
  break_start time,
  break_end time,
  unique nulls not distinct (weekday, counter_id),
  check (num_nulls(opens, closes) in (0, 2) and opens < closes),
  check (num_nulls(break_start, break_end) in (0, 2) and opens < break_start and break_start < break_end and break_end < closes)
);
-- Perpres 21/2023: five days, break of 60 minutes, on Friday 90. The office confirms its hours.
insert into service_hours (weekday, opens, closes, break_start, break_end) values
  (1, '08:00', '15:30', '12:00', '13:00'),
  (2, '08:00', '15:30', '12:00', '13:00'),
  (3, '08:00', '15:30', '12:00', '13:00'),
  (4, '08:00', '15:30', '12:00', '13:00'),
  (5, '08:00', '15:30', '11:30', '13:00');

-- A year stands here once its holidays are decreed and entered; days of other years are never offered.
create table calendar_years (
  year integer primary key,
  decree text not null,
  note text
);
insert into calendar_years (year, decree, note) values
  (2026, 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025', null),
  (2027, 'SKB 3 Menteri 1205/2026, 3/2026, 2/2026',
    'Cocokkan dengan salinan SKB. Tanggal bertanda dapat bergeser sampai ada Keputusan Menteri Agama.');

-- Exceptions to the weekly plan. Where several cover a day, Opening wins over the closing kinds, those over SpecialHours.
create table office_days (
  id integer generated always as identity primary key,
  first_day date not null,
  last_day date not null,
  kind text not null check (kind in ('Holiday', 'CutiBersama', 'Closure', 'SpecialHours', 'Opening')),
  label text not null,
  -- Null: the whole office.
  counter_id integer references counters,
  -- ISO days of the week it concerns within the span; null: all. SpecialHours change only days that are open anyway.
  weekdays smallint[] check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  opens time,
  closes time,
  break_start time,
  break_end time,
  -- The date may still move, as of feasts that the Minister of Religion fixes.
  movable boolean not null default false,
  source text,
  check (first_day <= last_day),
  check ((kind in ('SpecialHours', 'Opening')) = (opens is not null)),
  check (num_nulls(opens, closes) in (0, 2) and opens < closes),
  check (num_nulls(break_start, break_end) in (0, 2) and opens < break_start and break_start < break_end and break_end < closes)
);
create index office_days_by_day on office_days (first_day, last_day);
insert into office_days (first_day, last_day, kind, label, movable, source)
select first_day, last_day, case short when 'LN' then 'Holiday' else 'CutiBersama' end, label, movable,
  'SKB 3 Menteri ' || case extract(year from first_day) when 2026 then '1497/2025, 2/2025, 5/2025' else '1205/2026, 3/2026, 2/2026' end
from (values
  (date '2026-01-01', date '2026-01-01', 'LN', 'Tahun Baru', false),
  ('2026-01-16', '2026-01-16', 'LN', 'Isra Mikraj', false),
  ('2026-02-16', '2026-02-16', 'CB', 'Imlek', false),
  ('2026-02-17', '2026-02-17', 'LN', 'Imlek 2577', false),
  ('2026-03-18', '2026-03-18', 'CB', 'Nyepi', false),
  ('2026-03-19', '2026-03-19', 'LN', 'Nyepi 1948', false),
  ('2026-03-20', '2026-03-20', 'CB', 'Idulfitri', false),
  ('2026-03-21', '2026-03-22', 'LN', 'Idulfitri 1447 H', false),
  ('2026-03-23', '2026-03-24', 'CB', 'Idulfitri', false),
  ('2026-04-03', '2026-04-03', 'LN', 'Wafat Yesus Kristus', false),
  ('2026-04-05', '2026-04-05', 'LN', 'Paskah', false),
  ('2026-05-01', '2026-05-01', 'LN', 'Hari Buruh', false),
  ('2026-05-14', '2026-05-14', 'LN', 'Kenaikan Yesus Kristus', false),
  ('2026-05-15', '2026-05-15', 'CB', 'Kenaikan', false),
  ('2026-05-27', '2026-05-27', 'LN', 'Iduladha 1447 H', false),
  ('2026-05-28', '2026-05-28', 'CB', 'Iduladha', false),
  ('2026-05-31', '2026-05-31', 'LN', 'Waisak 2570', false),
  ('2026-06-01', '2026-06-01', 'LN', 'Hari Lahir Pancasila', false),
  ('2026-06-16', '2026-06-16', 'LN', '1 Muharam 1448 H', false),
  ('2026-08-17', '2026-08-17', 'LN', 'Proklamasi', false),
  ('2026-08-25', '2026-08-25', 'LN', 'Maulid Nabi', false),
  ('2026-12-24', '2026-12-24', 'CB', 'Natal', false),
  ('2026-12-25', '2026-12-25', 'LN', 'Natal', false),
  ('2027-01-01', '2027-01-01', 'LN', 'Tahun Baru', false),
  ('2027-01-05', '2027-01-05', 'LN', 'Isra Mikraj 1448 H', false),
  ('2027-02-05', '2027-02-05', 'CB', 'Imlek', false),
  ('2027-02-06', '2027-02-06', 'LN', 'Imlek 2578', false),
  ('2027-03-08', '2027-03-08', 'LN', 'Nyepi 1949', false),
  ('2027-03-09', '2027-03-09', 'CB', 'Idulfitri', true),
  ('2027-03-10', '2027-03-11', 'LN', 'Idulfitri 1448 H', true),
  ('2027-03-12', '2027-03-12', 'CB', 'Idulfitri', true),
  ('2027-03-15', '2027-03-15', 'CB', 'Idulfitri', true),
  ('2027-03-25', '2027-03-25', 'CB', 'Wafat Yesus Kristus', false),
  ('2027-03-26', '2027-03-26', 'LN', 'Wafat Yesus Kristus', false),
  ('2027-03-28', '2027-03-28', 'LN', 'Paskah', false),
  ('2027-05-01', '2027-05-01', 'LN', 'Hari Buruh', false),
  ('2027-05-06', '2027-05-06', 'LN', 'Kenaikan Yesus Kristus', false),
  ('2027-05-17', '2027-05-17', 'LN', 'Iduladha 1448 H', true),
  ('2027-05-18', '2027-05-18', 'CB', 'Iduladha', true),
  ('2027-05-19', '2027-05-19', 'CB', 'Waisak', false),
  ('2027-05-20', '2027-05-20', 'LN', 'Waisak 2571', false),
  ('2027-06-01', '2027-06-01', 'LN', 'Hari Lahir Pancasila', false),
  ('2027-06-06', '2027-06-06', 'LN', '1 Muharam 1449 H', false),
  ('2027-08-15', '2027-08-15', 'LN', 'Maulid Nabi', false),
  ('2027-08-17', '2027-08-17', 'LN', 'Proklamasi', false),
  ('2027-12-24', '2027-12-24', 'CB', 'Natal', false),
  ('2027-12-25', '2027-12-25', 'LN', 'Natal', false),
  ('2027-12-26', '2027-12-26', 'LN', 'Isra Mikraj 1449 H', false)
) as days (first_day, last_day, short, label, movable);

-- How long a visit takes and how many are served at once. For one counter and service the nearest rule counts: that of the counter
-- before the office's, that of the service before the one for all.
create table slot_rules (
  id integer generated always as identity primary key,
  counter_id integer references counters,
  services text[] not null default '{}',
  minutes integer not null check (minutes between 5 and 240),
  capacity integer not null check (capacity between 1 and 50),
  active boolean not null default true
);
insert into slot_rules (minutes, capacity) values (15, 1);

-- A span in which a counter, or all of them, takes nobody.
create table slot_blocks (
  id integer generated always as identity primary key,
  counter_id integer references counters,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  made_by uuid not null references staff,
  made_at timestamptz not null,
  lifted_at timestamptz,
  check (starts_at < ends_at)
);

create table booking_policy (
  only_row boolean primary key default true check (only_row),
  -- A slot can be booked until so long before it begins.
  lead_minutes integer not null default 60 check (lead_minutes between 0 and 10080),
  -- Today counts as day 0.
  horizon_days integer not null default 14 check (horizon_days between 1 and 180),
  hold_minutes integer not null default 10 check (hold_minutes between 1 and 120),
  -- Open bookings of one subject at a time.
  most_open integer not null default 1 check (most_open between 1 and 10),
  -- Whoever comes later than this has lost the place in the order, not the visit.
  late_minutes integer not null default 15 check (late_minutes between 0 and 240),
  offer_minutes integer not null default 30 check (offer_minutes between 5 and 1440),
  most_offers integer not null default 3 check (most_offers between 1 and 20),
  -- Nobody is woken for an offer.
  offers_from time not null default '07:00',
  offers_until time not null default '20:00',
  remind_day_before_at time not null default '16:00',
  remind_minutes_before integer not null default 120 check (remind_minutes_before between 15 and 1440),
  check (offers_from < offers_until)
);
insert into booking_policy default values;

create table plan_history (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  staff_id uuid references staff,
  what text not null,
  detail jsonb not null default '{}'
);

-- What the plan gives over the horizon, one row for each counter, rule and beginning. Only the planner writes these rows, under an
-- exclusive lock of the table; 'taken' is kept by a trigger on bookings, so that no way through the code exceeds the capacity.
create table slots (
  id bigint generated always as identity primary key,
  counter_id integer not null references counters,
  rule_id integer not null references slot_rules,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  services text[] not null,
  capacity integer not null,
  taken integer not null default 0,
  blocked_reason text,
  -- The plan no longer gives it.
  withdrawn_at timestamptz,
  unique (counter_id, rule_id, starts_at),
  check (starts_at < ends_at),
  constraint slots_never_over_capacity check (taken between 0 and capacity)
) with (fillfactor = 80);
create index slots_by_time on slots (starts_at, id) where withdrawn_at is null;

create table slot_wishes (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  subject_hash bytea not null,
  service text not null,
  case_id bigint references cases,
  -- The booking that an earlier place would replace, if there is one.
  booking_id bigint,
  -- Only places that begin before this are of use.
  before_at timestamptz not null,
  asked_at timestamptz not null,
  state text not null check (state in ('Open', 'Offered', 'Taken', 'Closed')),
  offers integer not null default 0,
  updated_at timestamptz not null
);
create index slot_wishes_by_address on slot_wishes (address_id);
create unique index slot_wishes_one_open on slot_wishes (subject_hash) where state in ('Open', 'Offered');
create index slot_wishes_in_order on slot_wishes (asked_at, id) where state = 'Open';

create table bookings (
  id bigint generated always as identity primary key,
  slot_id bigint not null references slots,
  service text not null,
  case_id bigint references cases,
  address_id bigint references addresses,
  subject_hash bytea not null,
  -- Which of the subject's open bookings this is, from 1 to booking_policy.most_open.
  open_no smallint not null default 1,
  -- Held: chosen, not confirmed. Lapsed: a hold that ended. Displaced: its place is gone since the plan changed.
  state text not null check (state in ('Held', 'Lapsed', 'Booked', 'Displaced', 'CheckedIn', 'Done', 'NoShow', 'Cancelled')),
  held_until timestamptz,
  -- A hold on another time for a booking that exists.
  replaces_id bigint references bookings,
  -- A hold that was offered from the waiting list.
  wish_id bigint references slot_wishes,
  -- The same request, repeated, is the same booking.
  request_key text unique,
  -- Kept by a trigger: whether it counts in slots.taken.
  takes_place boolean not null,
  -- Kept by a trigger: rises with every change of time (the SEQUENCE of a calendar file, the name of a reminder).
  revision integer not null default 0,
  created_at timestamptz not null,
  booked_at timestamptz,
  updated_at timestamptz not null,
  -- Who changed it last, and why; the trigger copies them into the history.
  actor_kind text not null check (actor_kind in ('staff', 'resident', 'system')),
  actor_id uuid references staff,
  reason text,
  check ((state = 'Held') <= (held_until is not null))
) with (fillfactor = 70);
-- One subject holds no more than the policy allows: the open ones are numbered, and a number is given once.
create unique index bookings_open_by_subject on bookings (subject_hash, open_no)
  where state in ('Held', 'Booked', 'Displaced', 'CheckedIn') and replaces_id is null;
create index bookings_by_slot on bookings (slot_id);
create index bookings_by_address on bookings (address_id, id);
create index bookings_by_case on bookings (case_id) where case_id is not null;
create index bookings_held on bookings (held_until) where state = 'Held';
create index bookings_displaced on bookings (id) where state = 'Displaced';
alter table slot_wishes add foreign key (booking_id) references bookings;

-- An offer answers a wish once for each slot.
create table wish_offers (
  wish_id bigint not null references slot_wishes,
  slot_id bigint not null references slots,
  booking_id bigint not null references bookings,
  offered_at timestamptz not null,
  outcome text check (outcome in ('Accepted', 'Refused', 'Expired')),
  primary key (wish_id, slot_id)
);

create table booking_history (
  id bigint generated always as identity primary key,
  booking_id bigint not null references bookings,
  at timestamptz not null,
  state_before text,
  state_after text not null,
  slot_before bigint,
  slot_after bigint not null,
  actor_kind text not null,
  actor_id uuid,
  reason text
);
create index booking_history_by_booking on booking_history (booking_id, id);

alter table outbox add foreign key (booking_id) references bookings;

grant select, insert, update on counters, slot_rules, slot_blocks, booking_policy, slots, slot_wishes, bookings,
  wish_offers to dukcapil_app;
grant select, insert, update, delete on service_hours, calendar_years, office_days to dukcapil_app;
grant select, insert on plan_history to dukcapil_app;
grant select on booking_history to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
