-- Conversations: where each stands, and whether whoever writes is still the resident.

create table conversations (
  address_id bigint primary key references addresses,
  state_enc bytea,
  last_input_at timestamptz,
  cleared_at timestamptz,
  flood_counter bytea
) with (fillfactor = 60);

create table address_policy (
  only_row boolean primary key default true check (only_row),
  -- Operators give numbers out again: where WhatsApp names no user id, a number that was silent for longer must prove that it is still the
  -- same resident's before it is shown a case.
  silence_days integer not null default 180 check (silence_days between 30 and 3650),
  -- What one phone may have open at a time, so that nobody books up the office. Officers are not bound. The turns of a chat follow each
  -- other, so what one of them counts holds until it commits.
  most_open_cases integer not null default 10 check (most_open_cases between 1 and 1000),
  most_open_bookings integer not null default 5 check (most_open_bookings between 1 and 1000)
);
insert into address_policy default values;

create table address_doubts (
  address_id bigint primary key references addresses,
  since timestamptz not null,
  -- Wrong answers; after three only the counter helps.
  failures smallint not null default 0,
  settled_at timestamptz
);

-- How far the provider's list of incoming messages has been compared with the inbox.
create table inbox_comparison (
  only_row boolean primary key default true check (only_row),
  compared_until timestamptz not null
);

grant select, insert, update, delete on conversations to dukcapil_app;
grant select on address_policy to dukcapil_app;
grant select, insert, update on address_doubts, inbox_comparison to dukcapil_app;
