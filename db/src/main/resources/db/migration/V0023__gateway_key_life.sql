-- A version of an account's keys lives on its own now: it waits for Antom's key and for its proof, overlaps with its successor, and loses its
-- private half when it ends. The number that Antom knows the key by is its own, because versions that were never proved take none.
alter table gateway_key
  alter column private_key_encrypted drop not null,
  alter column antom_public_key drop not null,
  add column key_version integer not null default 1 check (key_version > 0),
  add column activated_at timestamptz,
  add column retire_at timestamptz,
  add column retired_at timestamptz,
  add constraint gateway_key_private_until_retired check ((status = 'RETIRED') = (private_key_encrypted is null)),
  add constraint gateway_key_proved_with_antom check (status in ('PENDING', 'RETIRED') or antom_public_key is not null),
  add constraint gateway_key_retiring_ends check (status <> 'RETIRING' or retire_at is not null);
create unique index gateway_key_one_pending on gateway_key (tenant_id, gateway_account_id) where status = 'PENDING';
create index gateway_key_retiring on gateway_key (tenant_id, gateway_account_id, retire_at) where status = 'RETIRING';

-- Whoever ends what has overlapped long enough sees only which versions wait for their end.
grant select (tenant_id, gateway_account_id, version, status, retire_at) on gateway_key to app_worker;
create policy worker_retirement on gateway_key for select to app_worker using (status = 'RETIRING');

-- Antom's token for those who call on a merchant's behalf.
alter table gateway_account add column agent_token_encrypted bytea;

-- The path lets its owner knock at our door, so it is sealed like any other secret. What was kept in clear before is sealed by
-- `rotate-keysets`, because only the application can seal.
alter table notify_route
  alter column path drop not null,
  add column path_encrypted bytea,
  add constraint notify_route_path_once check ((path is null) <> (path_encrypted is null));

-- Which master key a keyset is wrapped by; null is the one key file there was before. `generation` counts how often its keys changed.
alter table vault_keyset
  add column master_key text,
  add column generation integer not null default 1 check (generation > 0),
  add column changed_at timestamptz;

-- The platform's own keyset, for its signing keys and cursors; wrapped like a tenant's, so that a master key may stand far away.
create table platform_keyset (
  id             text primary key check (id = 'platform'),
  wrapped_keyset bytea not null,
  master_key     text not null,
  generation     integer not null default 1 check (generation > 0),
  created_at     timestamptz not null,
  changed_at     timestamptz
);
grant select, insert, update on platform_keyset to app_rw;
