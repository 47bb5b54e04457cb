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

-- How often somebody tried to prove a person's second factor, for all processes together.
create table person_factor_attempt (
  person_id uuid primary key references person,
  since     timestamptz not null,
  attempts  integer not null check (attempts >= 0)
);
grant select, insert, update on person_factor_attempt to app_rw;
