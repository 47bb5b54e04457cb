-- A person who may sign in. Belongs to no tenant by itself: what it may see is said by its bindings.
create table person (
  person_id     uuid primary key,
  email         text not null unique check (email = lower(email) and length(email) <= 254),
  password_hash text not null,
  created_at    timestamptz not null,
  disabled_at   timestamptz
);
grant select, insert, update on person to app_rw;

-- (person, tenant, role): the only source of what a member may do.
create table member (
  tenant_id  uuid not null references tenant,
  person_id  uuid not null references person,
  role       text not null check (role in ('OWNER', 'DEVELOPER', 'FINANCE', 'SUPPORT', 'VIEWER')),
  created_at timestamptz not null,
  primary key (tenant_id, person_id)
);
create index member_by_person on member (person_id);
alter table member enable row level security;
alter table member force row level security;
create policy tenant_isolation on member to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update, delete on member to app_rw;

-- At sign-in the tenants of one person are not known yet: the directory shows the bindings of exactly that person.
grant select (tenant_id, person_id, role) on member to app_directory;
create policy directory_of_person on member for select to app_directory
  using (person_id = nullif(current_setting('app.directory_key', true), '')::uuid);
