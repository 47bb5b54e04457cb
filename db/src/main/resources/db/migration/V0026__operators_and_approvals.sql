-- Operators run the platform and see no tenant's data by themselves: they open an access to one tenant, for a reason and for a while, that the
-- tenant sees and can end. And the acts that a tenant wants two members for: proposed by one, approved by another. docs/adr/0018-….

-- A person who runs the platform. Enrolled and disabled by the platform's own command, which signs in as owner: the apps only read.
create table operator (
  person_id   uuid primary key references person,
  enrolled_at timestamptz not null,
  disabled_at timestamptz
);
grant select on operator to app_rw;

-- What a tenant asks of operators: whether an owner has to agree before an access starts.
create table operator_policy (
  tenant_id  uuid not null references tenant,
  ask_first  boolean not null,
  changed_at timestamptz not null,
  primary key (tenant_id)
);
alter table operator_policy enable row level security;
alter table operator_policy force row level security;
create policy tenant_isolation on operator_policy to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on operator_policy to app_rw;

-- One look of one operator into one tenant. Times are the database's; a trigger sets them.
create table access_grant (
  tenant_id    uuid not null references tenant,
  id           text not null,
  person_id    uuid not null references operator,
  scope        text not null check (scope in ('READ', 'ACT')),
  reason       text not null check (length(btrim(reason)) between 10 and 500),
  minutes      integer not null check (minutes between 5 and 240),
  break_glass  boolean not null,
  requested_at timestamptz not null,
  starts_at    timestamptz,
  ends_at      timestamptz,
  consented_by uuid references person,
  ended_at     timestamptz,
  ended_by     uuid references person,
  primary key (tenant_id, id),
  check ((starts_at is null) = (ends_at is null)),
  check (ends_at <= starts_at + interval '4 hours'),
  check ((ended_at is null) = (ended_by is null))
);
create index access_grant_newest on access_grant (tenant_id, requested_at desc, id desc);
create index access_grant_of_operator on access_grant (person_id, requested_at desc);
alter table access_grant enable row level security;
alter table access_grant force row level security;
create policy tenant_isolation on access_grant to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update (starts_at, ends_at, consented_by, ended_at, ended_by) on access_grant to app_rw;

-- The one rule for when an access is open: from its start, up to but not at its end.
create function access_open(starts timestamptz, ends timestamptz, ended timestamptz, at timestamptz) returns boolean
  language sql immutable parallel safe
as $$
  select starts is not null and starts <= at and at < ends and (ended is null or at < ended)
$$;
revoke execute on function access_open from public;
grant execute on function access_open to app_rw;

create function guard_access_grant() returns trigger
  language plpgsql
as $$
declare
  asks boolean := coalesce((select ask_first from operator_policy p where p.tenant_id = new.tenant_id), false);
  lapses constant interval := interval '24 hours';
begin
  if tg_op = 'INSERT' then
    if not exists (select from operator o where o.person_id = new.person_id and o.disabled_at is null) then
      raise exception 'only an operator opens an access' using errcode = '42501';
    end if;
    new.requested_at := clock_timestamp();
    new.consented_by := null;
    new.ended_at := null;
    new.ended_by := null;
    new.break_glass := new.break_glass and asks;
    new.starts_at := case when asks and not new.break_glass then null else new.requested_at end;
    new.ends_at := new.starts_at + make_interval(mins => new.minutes);
    return new;
  end if;
  if old.ended_at is not null then
    raise exception 'this access has ended' using errcode = '23514';
  end if;
  if new.starts_at is distinct from old.starts_at or new.ends_at is distinct from old.ends_at
      or new.consented_by is distinct from old.consented_by then
    if old.starts_at is not null or old.requested_at <= clock_timestamp() - lapses or not exists (
        select from member m where m.tenant_id = new.tenant_id and m.person_id = new.consented_by and m.role = 'OWNER') then
      raise exception 'an access starts once, with an owner''s consent given in time' using errcode = '42501';
    end if;
    new.starts_at := clock_timestamp();
    new.ends_at := new.starts_at + make_interval(mins => new.minutes);
  end if;
  if new.ended_at is not null then
    if new.ended_by is distinct from new.person_id and not exists (
        select from member m where m.tenant_id = new.tenant_id and m.person_id = new.ended_by and m.role = 'OWNER') then
      raise exception 'an access is ended by its operator or by an owner' using errcode = '42501';
    end if;
    new.ended_at := clock_timestamp();
  end if;
  return new;
end $$;
create trigger guarded before insert or update on access_grant
  for each row execute function guard_access_grant();

-- What an operator sees without any access: which tenants there are, and its own accesses. Nothing once it is disabled.
grant usage on schema public to app_operator;
grant select (person_id, disabled_at) on operator to app_operator;
grant select (tenant_id, slug, name, created_at, suspended_at) on tenant to app_operator;
create policy list_for_operator on tenant for select to app_operator
  using (exists (select from operator o
    where o.person_id = nullif(current_setting('app.directory_key', true), '')::uuid and o.disabled_at is null));
grant select (tenant_id, id, person_id, scope, reason, break_glass, requested_at, starts_at, ends_at, ended_at) on access_grant to app_operator;
create policy own_of_operator on access_grant for select to app_operator
  using (person_id = nullif(current_setting('app.directory_key', true), '')::uuid
    and exists (select from operator o where o.person_id = access_grant.person_id and o.disabled_at is null));

alter table audit_entry drop constraint audit_entry_actor_kind_check;
alter table audit_entry add constraint audit_entry_actor_kind_check
  check (actor_kind in ('member', 'api_client', 'notification', 'recovery', 'platform', 'operator'));

-- Two pairs of eyes, for tenants who want them.
create table approval_policy (
  tenant_id  uuid not null references tenant,
  four_eyes  boolean not null,
  changed_at timestamptz not null,
  primary key (tenant_id)
);
alter table approval_policy enable row level security;
alter table approval_policy force row level security;
create policy tenant_isolation on approval_policy to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on approval_policy to app_rw;

-- An act that one member proposed, exactly as it is to be carried out. `basis` says what the object was like then.
create table proposal (
  tenant_id   uuid not null references tenant,
  id          text not null,
  act         text not null check (act ~ '^[A-Z_]+$'),
  object_id   text not null,
  parameters  text not null check (jsonb_typeof(parameters::jsonb) = 'object'),
  hash        bytea not null,
  basis       text not null,
  reason      text not null check (length(btrim(reason)) between 1 and 500),
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  expires_at  timestamptz not null,
  status      text not null check (status in ('WAITING', 'EXECUTED', 'REFUSED', 'WITHDRAWN', 'STALE')),
  decided_by  uuid references person,
  decided_at  timestamptz,
  note        text check (length(note) <= 500),
  primary key (tenant_id, id),
  check (hash = sha256(convert_to(act || chr(10) || object_id || chr(10) || parameters || chr(10) || basis, 'UTF8'))),
  check (expires_at <= proposed_at + interval '72 hours'),
  check ((status = 'WAITING') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (status not in ('EXECUTED', 'REFUSED') or decided_by <> proposed_by),
  check (status <> 'WITHDRAWN' or decided_by = proposed_by)
);
create index proposal_waiting on proposal (tenant_id, act, object_id) where status = 'WAITING';
create index proposal_newest on proposal (tenant_id, proposed_at desc, id desc);
alter table proposal enable row level security;
alter table proposal force row level security;
create policy tenant_isolation on proposal to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update (status, decided_by, decided_at, note) on proposal to app_rw;

create function guard_proposal() returns trigger
  language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    new.proposed_at := clock_timestamp();
    new.expires_at := new.proposed_at + interval '72 hours';
    new.status := 'WAITING';
    if not exists (select from member m where m.tenant_id = new.tenant_id and m.person_id = new.proposed_by) then
      raise exception 'only a member proposes' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.status <> 'WAITING' then
    raise exception 'this proposal was decided' using errcode = '23514';
  end if;
  if new.status = 'EXECUTED' and old.expires_at <= clock_timestamp() then
    raise exception 'this proposal has expired' using errcode = '23514';
  end if;
  if not exists (select from member m where m.tenant_id = new.tenant_id and m.person_id = new.decided_by) then
    raise exception 'only a member decides' using errcode = '42501';
  end if;
  new.decided_at := transaction_timestamp();
  return new;
end $$;
create trigger guarded before insert or update on proposal
  for each row execute function guard_proposal();

-- What needs two members is refused unless the very transaction that writes it has approved a proposal of that act. The condition of each
-- trigger says which rows need it.
create function refuse_unapproved() returns trigger
  language plpgsql
as $$
begin
  if exists (select from approval_policy p where p.tenant_id = new.tenant_id and p.four_eyes)
      and not exists (
        select from proposal p
        where p.tenant_id = new.tenant_id and p.id = nullif(current_setting('app.proposal', true), '') and p.act = any (tg_argv)
          and p.status = 'EXECUTED' and p.decided_at = transaction_timestamp()) then
    raise exception 'two members have to agree to a change of %', tg_table_name using errcode = '42501';
  end if;
  return new;
end $$;
create trigger approved before insert or update on checkout_policy
  for each row execute function refuse_unapproved('CHECKOUT_POLICY');
create trigger approved before insert on review_decision
  for each row when (new.choice = 'SETTLE') execute function refuse_unapproved('PAYMENT_REVIEW', 'REFUND_REVIEW');
create trigger approved_insert before insert on member
  for each row when (new.role in ('OWNER', 'DEVELOPER', 'FINANCE')) execute function refuse_unapproved('MEMBER_ROLE');
create trigger approved_update before update on member
  for each row when (new.role in ('OWNER', 'DEVELOPER', 'FINANCE') and old.role <> new.role) execute function refuse_unapproved('MEMBER_ROLE');
create trigger approved before update on approval_policy
  for each row when (old.four_eyes and not new.four_eyes) execute function refuse_unapproved('FOUR_EYES_OFF');

-- An operator's access is bound to the transaction (app.visitor). Under it nothing of a tenant is written but what is named here: never money,
-- never keys, never members. A table that comes later gets the same trigger, or is named in the catalogue test.
create function refuse_visitor() returns trigger
  language plpgsql
as $$
begin
  raise exception 'an operator can''t write %', tg_table_name using errcode = '42501';
end $$;
do $$
declare
  guarded regclass;
begin
  for guarded in
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('audit_entry', 'audit_head', 'trail_entry', 'checkout_policy')
  loop
    execute format('create trigger no_visitor before insert or update or delete on %s for each statement'
      ' when (nullif(current_setting(''app.visitor'', true), '''') is not null) execute function refuse_visitor()', guarded);
  end loop;
end $$;
