-- Who did what with the rights of a tenant: one row for each privileged act, in the transaction of the act, numbered without a gap and
-- chained by hash. The hash covers every column and the hash before it; how it is made is told in docs/adr/0015-….
create table audit_entry (
  tenant_id     uuid not null references tenant,
  number        bigint not null check (number > 0),
  at            timestamptz not null,
  actor_kind    text not null check (actor_kind in ('member', 'api_client', 'notification', 'recovery', 'platform')),
  actor_id      text,
  actor_name    text,
  actor_role    text,
  address       text,
  agent         text,
  action        text not null check (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  object_id     text not null,
  details       text not null check (jsonb_typeof(details::jsonb) = 'object'),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash          bytea not null check (octet_length(hash) = 32),
  primary key (tenant_id, number)
);
create index audit_entry_of_action on audit_entry (tenant_id, action, number desc);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy tenant_isolation on audit_entry to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on audit_entry to app_rw;

-- Where a tenant's chain ends. Locked by whoever appends, so that a chain never forks; always the last lock of a transaction.
create table audit_head (
  tenant_id uuid not null references tenant,
  number    bigint not null check (number >= 0),
  hash      bytea not null check (octet_length(hash) = 32),
  primary key (tenant_id)
);
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy tenant_isolation on audit_head to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update (number, hash) on audit_head to app_rw;

-- The rules once more where nobody can walk around them by mistake, the owner of the schema included.
create function refuse_audit_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'the audit trail is append-only: no % of %', lower(tg_op), tg_table_name using errcode = '42501';
end $$;

create trigger append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_audit_change();
create trigger append_only before delete or truncate on audit_head
  for each statement execute function refuse_audit_change();

create function refuse_audit_fork() returns trigger
  language plpgsql
as $$
begin
  if not exists (
    select from audit_head h
    where h.tenant_id = new.tenant_id and h.number = new.number - 1 and h.hash = new.previous_hash) then
    raise exception 'audit entry % does not follow the end of its chain', new.number using errcode = '23514';
  end if;
  return new;
end $$;

create trigger follows_the_head before insert on audit_entry
  for each row execute function refuse_audit_fork();

create function refuse_audit_jump() returns trigger
  language plpgsql
as $$
begin
  if new.number <> old.number + 1 or not exists (
    select from audit_entry e
    where e.tenant_id = new.tenant_id and e.number = new.number and e.hash = new.hash) then
    raise exception 'the audit trail can''t end at % after %', new.number, old.number using errcode = '23514';
  end if;
  return new;
end $$;

create trigger follows_the_entries before update on audit_head
  for each row execute function refuse_audit_jump();
