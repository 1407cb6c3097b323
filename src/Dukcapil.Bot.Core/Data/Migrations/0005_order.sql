-- Order behind messages of which nobody knows, and search of messages by what they are about.

-- A message waits while an earlier one to the same recipient may still have to be sent again. There are few of these at any time.
create index outbox_unknown_by_address on outbox (address_id, id) where status = 'unknown';

create index outbox_by_topic on outbox (topic, id) where topic is not null;
