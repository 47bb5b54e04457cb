-- One tenant's identity at Antom in one mode.
create table gateway_account (
  tenant_id  uuid not null references tenant,
  id         text not null,
  mode       text not null check (mode in ('TEST', 'LIVE')),
  client_id  text not null check (length(client_id) between 1 and 64),
  host       text not null check (length(host) <= 255),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, mode)
);
alter table gateway_account enable row level security;
alter table gateway_account force row level security;
create policy tenant_isolation on gateway_account to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on gateway_account to app_rw;

-- Versions of the key pair. Exactly one ACTIVE version signs; ACTIVE and RETIRING versions verify.
create table gateway_key (
  tenant_id             uuid not null,
  gateway_account_id    text not null,
  version               integer not null check (version > 0),
  status                text not null check (status in ('PENDING', 'ACTIVE', 'RETIRING', 'RETIRED')),
  private_key_encrypted bytea not null,
  merchant_public_key   text not null,
  antom_public_key      text not null,
  created_at            timestamptz not null,
  primary key (tenant_id, gateway_account_id, version),
  foreign key (tenant_id, gateway_account_id) references gateway_account (tenant_id, id)
);
create unique index gateway_key_one_active on gateway_key (tenant_id, gateway_account_id) where status = 'ACTIVE';
alter table gateway_key enable row level security;
alter table gateway_key force row level security;
create policy tenant_isolation on gateway_key to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on gateway_key to app_rw;

-- Where Antom posts this account's notifications. The path is kept because Antom signs it; the directory sees only its hash.
create table notify_route (
  tenant_id          uuid not null,
  id                 text not null,
  gateway_account_id text not null,
  route_hash         bytea not null unique check (length(route_hash) = 32),
  path               text not null check (path like '/antom/notify/%'),
  created_at         timestamptz not null,
  retired_at         timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, gateway_account_id) references gateway_account (tenant_id, id)
);
create unique index notify_route_one_current on notify_route (tenant_id, gateway_account_id) where retired_at is null;
alter table notify_route enable row level security;
alter table notify_route force row level security;
create policy tenant_isolation on notify_route to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on notify_route to app_rw;
grant select (tenant_id, id, route_hash) on notify_route to app_directory;
create policy directory_of_route on notify_route for select to app_directory
  using (route_hash = decode(nullif(current_setting('app.directory_key', true), ''), 'hex'));
