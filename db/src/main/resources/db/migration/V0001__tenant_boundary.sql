-- The tenant of a transaction. Every policy calls it, and it raises when no tenant is bound: a forgotten
-- transaction is loud, not empty. nullif is needed because a finished `set local` leaves '' behind in the session.
create function app_tenant() returns uuid
  language plpgsql stable parallel safe
as $$
declare
  bound text := nullif(current_setting('app.tenant', true), '');
begin
  if bound is null then
    raise exception 'no tenant bound to this transaction' using errcode = '42501';
  end if;
  return bound::uuid;
end $$;

revoke create on schema public from public;
grant usage on schema public to app_rw, app_worker, app_directory;

-- A merchant. The isolation boundary itself, so its own id is the tenant id.
create table tenant (
  tenant_id  uuid primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  name       text not null check (length(name) between 1 and 120),
  created_at timestamptz not null
);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_isolation on tenant to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on tenant to app_rw;
