-- Staff: accounts, sessions, tries to sign in, forms that are kept.

create table staff (
  id uuid primary key,
  user_name text not null,
  normalized_user_name text not null unique,
  full_name text not null,
  role text not null check (role in ('Petugas', 'Operator', 'Kasi', 'Kabid', 'Kadis')),
  is_admin boolean not null default false,
  password_hash text,
  security_stamp text,
  concurrency_stamp text,
  lockout_end timestamptz,
  lockout_enabled boolean not null default true,
  access_failed_count integer not null default 0
);

-- A cookie names its session. Without its row it is worth nothing, on any replica and in any copy.
create table staff_sessions (
  id uuid primary key,
  staff_id uuid not null references staff,
  began_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null
);
create index staff_sessions_by_staff on staff_sessions (staff_id);

-- Tries for an account from one caller: wrong passwords shut out that caller alone, so that a stranger cannot shut out an officer.
create table sign_in_tries (
  staff_id uuid not null references staff,
  -- Network address (of IPv6 the /64), or browser:id of a browser that has signed in to the account before.
  caller text not null,
  -- In a row; the one under way counts until it proves right.
  failures integer not null,
  tried_at timestamptz not null,
  succeeded_at timestamptz,
  primary key (staff_id, caller)
);

-- What an officer typed into a form that could not be carried out, until the page shows it again; at most a day.
create table kept_forms (
  id uuid primary key,
  staff_id uuid not null references staff,
  kept_at timestamptz not null,
  content_enc bytea not null
);
create index kept_forms_by_staff on kept_forms (staff_id, kept_at);

grant select, insert, update, delete on staff, staff_sessions, sign_in_tries, kept_forms to dukcapil_app;
