-- What a person is called by the others. Those who came before this have none.
alter table person add column name text check (length(name) between 1 and 120);

-- Mail on its way. It belongs to whoever gets it, not to a tenant: whoever acts for a tenant may add one in its own transaction and see
-- how far it came, but only the worker reads to whom it goes and what it says. What it says holds links that open doors, so it is
-- sealed, and gone as soon as the mail is.
create table outgoing_mail (
  id              text primary key,
  recipient       text not null check (length(recipient) <= 254),
  status          text not null check (status in ('WAITING', 'SENT', 'FAILED', 'DROPPED')),
  sealed          bytea,
  attempts        integer not null check (attempts >= 0),
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  next_attempt_at timestamptz,
  lease_until     timestamptz,
  ended_at        timestamptz,
  reason          text check (length(reason) <= 60),
  check ((status = 'WAITING') = (sealed is not null)),
  check ((status = 'WAITING') = (next_attempt_at is not null)),
  check ((status = 'WAITING') = (ended_at is null))
);
create index outgoing_mail_due on outgoing_mail (next_attempt_at) where status = 'WAITING';
create index outgoing_mail_ended on outgoing_mail (ended_at) where status <> 'WAITING';
grant insert, select (id, status, reason, ended_at) on outgoing_mail to app_rw;
grant select (id, recipient, status, sealed, attempts, created_at, expires_at, next_attempt_at, lease_until, ended_at),
      update (status, sealed, attempts, next_attempt_at, lease_until, ended_at, reason),
      delete on outgoing_mail to app_worker;

-- An address that was asked to join. The token is in the mail only; here is its hash. One open invitation for each address.
create table invitation (
  tenant_id  uuid not null references tenant,
  id         text not null,
  email      text not null check (email = lower(email) and length(email) <= 254),
  role       text not null check (role in ('OWNER', 'DEVELOPER', 'FINANCE', 'SUPPORT', 'VIEWER')),
  token_hash bytea not null unique check (length(token_hash) = 32),
  invited_by uuid not null references person,
  mail_id    text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  ended_as   text check (ended_as in ('ACCEPTED', 'REVOKED', 'REPLACED')),
  primary key (tenant_id, id),
  check ((ended_at is null) = (ended_as is null))
);
create unique index invitation_open on invitation (tenant_id, email) where ended_at is null;
create index invitation_newest on invitation (tenant_id, created_at desc);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy tenant_isolation on invitation to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on invitation to app_rw;

-- Whoever comes with a token knows no tenant: the directory shows the invitation of exactly that token.
grant select (tenant_id, id, token_hash) on invitation to app_directory;
create policy directory_of_token on invitation for select to app_directory
  using (token_hash = decode(nullif(current_setting('app.directory_key', true), ''), 'hex'));

-- The last owner stays, also when two owners go at once: whoever takes an owner away waits here for the other, and looks again.
create function keep_an_owner() returns trigger
  language plpgsql
as $$
begin
  perform 1 from tenant t where t.tenant_id = old.tenant_id for no key update;
  if not exists (
    select from member m join person p on p.person_id = m.person_id
    where m.tenant_id = old.tenant_id and m.role = 'OWNER' and p.disabled_at is null) then
    raise exception 'a tenant keeps at least one owner' using errcode = '23514', constraint = 'member_keeps_an_owner';
  end if;
  return null;
end $$;

create trigger keeps_an_owner after update of role or delete on member
  for each row when (old.role = 'OWNER') execute function keep_an_owner();

-- One browser that somebody signed in with. The id is kept in the server's session, never in a cookie, and opens nothing by itself.
create table sign_in (
  id           text primary key,
  person_id    uuid not null references person,
  address      text not null check (length(address) <= 100),
  agent        text check (length(agent) <= 200),
  started_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  ended_as     text check (ended_as in ('SIGNED_OUT', 'REVOKED', 'PASSWORD_CHANGED')),
  check ((ended_at is null) = (ended_as is null))
);
create index sign_in_of_person on sign_in (person_id, started_at desc);
grant select, insert, update, delete on sign_in to app_rw;

-- Somebody asked for a new password, for an address that may or may not be known here: both leave the same row, so that nobody can tell.
create table password_reset (
  token_hash bytea primary key check (length(token_hash) = 32),
  email      text not null check (length(email) <= 254),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index password_reset_of_email on password_reset (email, created_at);
grant select, insert, update, delete on password_reset to app_rw;
