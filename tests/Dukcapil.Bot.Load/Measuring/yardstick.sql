\set who random(1, 10000)
\set sid random(1, 9000000000000000000)
\startpipeline
begin;
insert into yardstick.inbox (sid, conversation_id, received_at, content) values ('SM' || :sid || '-' || :client_id, :who, now(), decode(repeat('cd', 80), 'hex')) on conflict (sid) do nothing;
select state, last_input_at from yardstick.conversations where id = :who for update;
\endpipeline
\startpipeline
update yardstick.conversations set state = decode(repeat('ef', 400), 'hex'), last_input_at = now() where id = :who;
insert into yardstick.outbox (conversation_id, created_at, status, content) values (:who, now(), 'pending', decode(repeat('01', 300), 'hex'));
commit;
\endpipeline
