-- What Antom told us, byte for byte. A row is written in the transaction that applies it; the dedupe key makes a
-- second copy harmless. PARKED rows could not be applied and say why.
create table notification (
  tenant_id          uuid not null,
  id                 text not null,
  gateway_account_id text not null,
  dedupe_key         bytea not null check (length(dedupe_key) = 32),
  type               text not null,
  object_id          text,
  verdict            text not null check (verdict in ('APPLIED', 'UNCHANGED', 'PARKED')),
  reason             text,
  headers            jsonb not null,
  body               bytea not null,
  received_at        timestamptz not null,
  copies             integer not null check (copies >= 1),
  primary key (tenant_id, id),
  unique (tenant_id, gateway_account_id, dedupe_key),
  foreign key (tenant_id, gateway_account_id) references gateway_account (tenant_id, id)
);
create index notification_parked on notification (tenant_id, received_at desc) where verdict = 'PARKED';
create index notification_of_object on notification (tenant_id, object_id);
alter table notification enable row level security;
alter table notification force row level security;
create policy tenant_isolation on notification to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on notification to app_rw;
