-- An authenticator app of a person (RFC 6238). The row stays when the app is removed, so that no version is ever given twice: the seal of the
-- secret names it. A code's step is kept as used, so that it is good once, whichever process it is shown to.
create table person_totp (
  person_id        uuid primary key references person,
  version          integer not null check (version >= 0),
  secret_encrypted bytea,
  begun_at         timestamptz,
  confirmed_at     timestamptz check (confirmed_at is null or secret_encrypted is not null),
  last_step        bigint check (confirmed_at is null or last_step is not null)
);
grant select, insert, update on person_totp to app_rw;

-- Stand in for a lost device, once each. 80 random bits and the person are hashed together; a new set is written over the one before.
create table person_recovery_code (
  person_id uuid not null references person,
  number    smallint not null check (number between 1 and 10),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  used_at   timestamptz,
  primary key (person_id, number)
);
grant select, insert, update on person_recovery_code to app_rw;

-- How often somebody tried to prove a person's second factor since a window began, and in a row without success, for all processes together.
create table person_factor_attempt (
  person_id uuid primary key references person,
  since     timestamptz not null,
  attempts  integer not null check (attempts >= 0),
  in_a_row  integer not null check (in_a_row >= 0)
);
grant select, insert, update on person_factor_attempt to app_rw;

-- Passkeys (WebAuthn). Public keys: nothing here is secret. The counter of a passkey that counts only goes up, by a guarded update.
create table person_passkey (
  credential_id   text primary key check (length(credential_id) between 1 and 1400),
  person_id       uuid not null references person,
  name            text not null check (length(name) between 1 and 60),
  attested        text not null check (length(attested) <= 8000),
  sign_count      bigint not null check (sign_count >= 0),
  backup_eligible boolean not null,
  backed_up       boolean not null,
  transports      text not null check (length(transports) <= 200),
  created_at      timestamptz not null,
  last_used_at    timestamptz
);
create index person_passkey_of_person on person_passkey (person_id);
grant select, insert, update, delete on person_passkey to app_rw;

-- From when on every member of a tenant needs a second factor to come in; without a row, or with none in it, only for acts that matter.
create table second_factor_rule (
  tenant_id     uuid primary key references tenant,
  required_from timestamptz,
  changed_at    timestamptz not null
);
alter table second_factor_rule enable row level security;
alter table second_factor_rule force row level security;
create policy tenant_isolation on second_factor_rule to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on second_factor_rule to app_rw;
