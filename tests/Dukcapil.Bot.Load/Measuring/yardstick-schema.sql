create schema if not exists yardstick;
drop table if exists yardstick.inbox, yardstick.conversations, yardstick.outbox;
create table yardstick.conversations (id bigint primary key, state bytea, last_input_at timestamptz) with (fillfactor = 60);
create table yardstick.inbox (id bigint generated always as identity primary key, sid text not null unique, conversation_id bigint not null,
  received_at timestamptz not null, content bytea not null);
create table yardstick.outbox (id bigint generated always as identity primary key, conversation_id bigint not null, created_at timestamptz not null,
  status text not null, content bytea not null);
create index on yardstick.outbox (id) where status = 'pending';
insert into yardstick.conversations select n, decode(repeat('ab', 400), 'hex'), now() from generate_series(1, 10000) n;
