-- Conversations: where each stands, and whether whoever writes is still the resident.

create table conversations (
  address_id bigint primary key references addresses,
  state_enc bytea,
  last_input_at timestamptz,
  cleared_at timestamptz,
  flood_counter bytea
) with (fillfactor = 60);

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
grant select, insert, update on address_doubts, inbox_comparison to dukcapil_app;
