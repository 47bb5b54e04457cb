-- One Tink keyset per tenant, itself encrypted by the master key that lives outside the database.
create table vault_keyset (
  tenant_id      uuid primary key references tenant,
  wrapped_keyset bytea not null,
  created_at     timestamptz not null
);
alter table vault_keyset enable row level security;
alter table vault_keyset force row level security;
create policy tenant_isolation on vault_keyset to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on vault_keyset to app_rw;
