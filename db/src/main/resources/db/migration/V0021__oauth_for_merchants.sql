-- When a secret last opened the door, to the minute, so that a merchant sees which one can go.
alter table oauth_client_secret add column last_used_at timestamptz;

-- A suspended tenant's clients get no token, and their tokens are refused, until it is resumed.
alter table tenant add column suspended_at timestamptz;

-- Public keys that a client signs its assertions with (private_key_jwt). Nothing here is secret.
create table oauth_client_key (
  tenant_id  uuid not null,
  client_id  text not null,
  kid        text not null check (length(kid) between 1 and 100),
  jwk        text not null check (length(jwk) <= 4096),
  created_at timestamptz not null,
  primary key (tenant_id, client_id, kid),
  foreign key (tenant_id, client_id) references oauth_client (tenant_id, client_id)
);
alter table oauth_client_key enable row level security;
alter table oauth_client_key force row level security;
create policy tenant_isolation on oauth_client_key to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, delete on oauth_client_key to app_rw;

-- Assertions that were used, until they end by themselves: each is good once, whichever process it is shown to.
create table oauth_client_assertion (
  tenant_id  uuid not null,
  client_id  text not null,
  jti_hash   bytea not null check (length(jti_hash) = 32),
  expires_at timestamptz not null,
  primary key (tenant_id, client_id, jti_hash),
  foreign key (tenant_id, client_id) references oauth_client (tenant_id, client_id)
);
create index oauth_client_assertion_ended on oauth_client_assertion (tenant_id, client_id, expires_at);
alter table oauth_client_assertion enable row level security;
alter table oauth_client_assertion force row level security;
create policy tenant_isolation on oauth_client_assertion to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
-- update lets the sweep lock what it deletes and skip what another process is sweeping
grant select, insert, update, delete on oauth_client_assertion to app_rw;
