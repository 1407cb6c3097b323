-- Residents: what they consented to.

create table consents (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  version text not null,
  body text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index consents_by_address on consents (address_id);

-- A proof: it can only be withdrawn, or follow its resident.
grant select, insert, update (withdrawn_at, address_id) on consents to dukcapil_app;
grant usage, select on all sequences in schema public to dukcapil_app;
