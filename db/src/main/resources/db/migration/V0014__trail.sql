-- What was asked of us, what we asked of Antom, and what people decided: the part of a payment's story that no other table
-- keeps. Codes and ids only: no payload, no secret, nothing of the buyer. Append-only, and kept as long as the payment it
-- explains. No foreign key to the object: an entry about what was refused must not hold it, and none may wait for its lock.
create table trail_entry (
  tenant_id       uuid not null references tenant,
  id              text not null,
  object_id       text not null,
  kind            text not null check (kind in ('API_CALL', 'API_REFUSAL', 'GATEWAY_CALL')),
  at              timestamptz not null,
  actor_kind      text check (actor_kind in ('API_CLIENT', 'MEMBER', 'NOTIFICATION', 'RECOVERY')),
  actor_id        text,
  request_id      text,
  operation       text not null,
  target_id       text,
  currency        char(3),
  amount          bigint,
  outcome         text,
  reason          text,
  provider_status text,
  provider_code   text,
  said            text,
  millis          bigint,
  primary key (tenant_id, id),
  check ((currency is null) = (amount is null))
);
create index trail_entry_of_object on trail_entry (tenant_id, object_id, at);
alter table trail_entry enable row level security;
alter table trail_entry force row level security;
create policy tenant_isolation on trail_entry to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on trail_entry to app_rw;

-- On whose behalf a move was made: the API call, the notification, the recovery worker. Null for moves made before this.
alter table payment_move
  add column actor_kind text, add column actor_id text, add column request_id text;
alter table refund_move
  add column actor_kind text, add column actor_id text, add column request_id text;
alter table checkout_session_move
  add column actor_kind text, add column actor_id text, add column request_id text;
alter table capture_move
  add column actor_kind text, add column actor_id text, add column request_id text;
