-- API clients of a tenant in one mode. The id is made by the platform and is public; the secrets are hashed.
create table oauth_client (
  tenant_id   uuid not null references tenant,
  client_id   text not null unique,
  mode        text not null check (mode in ('TEST', 'LIVE')),
  name        text not null check (length(name) between 1 and 120),
  scopes      text[] not null,
  api_version date not null,
  created_at  timestamptz not null,
  disabled_at timestamptz,
  primary key (tenant_id, client_id)
);
alter table oauth_client enable row level security;
alter table oauth_client force row level security;
create policy tenant_isolation on oauth_client to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on oauth_client to app_rw;
grant select (tenant_id, client_id) on oauth_client to app_directory;
create policy directory_of_client on oauth_client for select to app_directory
  using (client_id = nullif(current_setting('app.directory_key', true), ''));

-- Two secrets of a client may be live at once. SHA-256 is enough: a secret is 256 random bits, not a password.
create table oauth_client_secret (
  tenant_id   uuid not null,
  client_id   text not null,
  version     integer not null check (version > 0),
  secret_hash bytea not null check (length(secret_hash) = 32),
  created_at  timestamptz not null,
  expires_at  timestamptz,
  primary key (tenant_id, client_id, version),
  foreign key (tenant_id, client_id) references oauth_client (tenant_id, client_id)
);
alter table oauth_client_secret enable row level security;
alter table oauth_client_secret force row level security;
create policy tenant_isolation on oauth_client_secret to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on oauth_client_secret to app_rw;

-- Keys that sign access tokens. They belong to the platform, not to a tenant; the private half is encrypted.
create table token_signing_key (
  kid           text primary key,
  jwk_encrypted bytea not null,
  created_at    timestamptz not null,
  retired_at    timestamptz
);
grant select, insert, update on token_signing_key to app_rw;
