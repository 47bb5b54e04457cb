-- Manual capture: a buyer's money is first only authorised, and the merchant takes it by captures. `captured` then counts what
-- captures took, `capturing` what captures on their way speak for; both only move by guarded updates.
alter table payment drop constraint payment_status_check;
alter table payment
  add constraint payment_status_check check (status in
    ('CREATED', 'OPEN', 'PROCESSING', 'AUTHORIZED', 'SUCCEEDED', 'FAILED', 'EXPIRED', 'CANCELED', 'ABANDONED')),
  add column capture_mode text not null default 'AUTOMATIC' check (capture_mode in ('AUTOMATIC', 'MANUAL')),
  add column capturing bigint not null default 0 check (capturing >= 0),
  add column authorized_at timestamptz,
  add column authorized_until timestamptz,
  add column capture_closed boolean not null default false,
  add constraint payment_captured_of_amount check (captured + capturing <= amount),
  add constraint payment_authorized_by_hand check (
    capture_mode = 'MANUAL'
    or (status <> 'AUTHORIZED' and authorized_at is null and authorized_until is null and capturing = 0 and not capture_closed));

-- The id is Antom's captureRequestId and is kept and reused for ever.
create table capture (
  tenant_id           uuid not null,
  id                  text not null,
  payment_id          text not null,
  gateway_account_id  text not null,
  mode                text not null check (mode in ('TEST', 'LIVE')),
  status              text not null check (status in ('PROCESSING', 'SUCCEEDED', 'FAILED')),
  pending_reason      text check (pending_reason in ('NOT_SENT', 'UNDETERMINED', 'IN_PROCESS')),
  currency            char(3) not null,
  amount              bigint not null check (amount > 0),
  last                boolean not null,
  provider_capture_id text,
  provider_status     text,
  provider_code       text,
  provider_message    text,
  created_at          timestamptz not null,
  settled_at          timestamptz,
  review_reason       text,
  next_check_at       timestamptz,
  checks              integer not null check (checks >= 0),
  check_lease_until   timestamptz,
  sequence            bigint not null,
  moves               bigint not null,
  version             integer not null,
  patient             boolean generated always as (checks > 5) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id),
  foreign key (tenant_id, gateway_account_id) references gateway_account (tenant_id, id),
  check ((status = 'PROCESSING') = (pending_reason is not null))
);
create index capture_of_payment on capture (tenant_id, payment_id, created_at);
create index capture_due on capture (tenant_id, patient, next_check_at) where next_check_at is not null;
create index capture_in_flight on capture (tenant_id, check_lease_until) where check_lease_until is not null;
alter table capture enable row level security;
alter table capture force row level security;
create policy tenant_isolation on capture to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on capture to app_rw;

-- Every move of a capture. Append-only.
create table capture_move (
  tenant_id     uuid not null,
  capture_id    text not null,
  number        bigint not null,
  from_status   text not null,
  to_status     text not null,
  cause         text not null check (cause in ('API', 'NOTIFICATION', 'INQUIRY', 'REPORT', 'OPERATOR')),
  provider_code text,
  moved_at      timestamptz not null,
  primary key (tenant_id, capture_id, number),
  foreign key (tenant_id, capture_id) references capture (tenant_id, id)
);
alter table capture_move enable row level security;
alter table capture_move force row level security;
create policy tenant_isolation on capture_move to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on capture_move to app_rw;

-- Recovery claims captures of all tenants that are due to be asked of Antom; `patient` are those that were asked about often already.
grant select (tenant_id, id, patient, next_check_at, check_lease_until), update (check_lease_until) on capture to app_worker;
create policy worker_claim on capture to app_worker using (next_check_at is not null) with check (true);

alter table status_edge drop constraint status_edge_object_check;
alter table status_edge add constraint status_edge_object_check
  check (object in ('checkout_session', 'payment', 'refund', 'capture'));
insert into status_edge values
  ('payment', 'CREATED', 'AUTHORIZED'),
  ('payment', 'OPEN', 'AUTHORIZED'),
  ('payment', 'PROCESSING', 'AUTHORIZED'),
  ('payment', 'ABANDONED', 'AUTHORIZED'),
  ('payment', 'AUTHORIZED', 'SUCCEEDED'),
  ('payment', 'AUTHORIZED', 'FAILED'),
  ('payment', 'AUTHORIZED', 'EXPIRED'),
  ('payment', 'AUTHORIZED', 'CANCELED'),
  ('capture', 'PROCESSING', 'SUCCEEDED'),
  ('capture', 'PROCESSING', 'FAILED');
create trigger known_edges_only before update of status on capture
  for each row when (old.status is distinct from new.status) execute function refuse_unknown_edge();
