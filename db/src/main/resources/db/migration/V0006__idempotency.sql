-- One row per Idempotency-Key. IN_FLIGHT rows carry a lease by the database's clock; DONE rows carry the reply's bytes.
create table idempotency_key (
  tenant_id   uuid not null references tenant,
  mode        text not null check (mode in ('TEST', 'LIVE')),
  client_id   text not null,
  operation   text not null,
  key         text not null check (length(key) between 1 and 255),
  fingerprint bytea not null check (length(fingerprint) = 32),
  resource_id text not null,
  state       text not null check (state in ('IN_FLIGHT', 'DONE')),
  lease_until timestamptz not null,
  status      integer,
  reply       bytea,
  created_at  timestamptz not null,
  primary key (tenant_id, mode, client_id, operation, key),
  check ((state = 'DONE') = (status is not null and reply is not null))
);
create index idempotency_key_by_age on idempotency_key (created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant_isolation on idempotency_key to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update, delete on idempotency_key to app_rw;
