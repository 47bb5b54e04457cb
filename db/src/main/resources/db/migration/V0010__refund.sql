-- Money given back. The id is Antom's refundRequestId and is kept and reused for ever. An EXTERNAL refund was made elsewhere
-- (Antom's dashboard) and is recorded so that it counts.
create table refund (
  tenant_id          uuid not null,
  id                 text not null,
  payment_id         text not null,
  gateway_account_id text not null,
  mode               text not null check (mode in ('TEST', 'LIVE')),
  status             text not null check (status in ('PROCESSING', 'SUCCEEDED', 'FAILED')),
  pending_reason     text check (pending_reason in ('NOT_SENT', 'UNDETERMINED', 'IN_PROCESS')),
  currency           char(3) not null,
  amount             bigint not null check (amount > 0),
  reason             text check (length(reason) <= 256),
  external           boolean not null,
  provider_refund_id text,
  provider_status    text,
  provider_code      text,
  provider_message   text,
  created_at         timestamptz not null,
  settled_at         timestamptz,
  returned_at        timestamptz,
  review_reason      text,
  next_check_at      timestamptz,
  checks             integer not null check (checks >= 0),
  check_lease_until  timestamptz,
  sequence           bigint not null,
  moves              bigint not null,
  version            integer not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id),
  foreign key (tenant_id, gateway_account_id) references gateway_account (tenant_id, id),
  check ((status = 'PROCESSING') = (pending_reason is not null))
);
create index refund_of_payment on refund (tenant_id, payment_id, created_at);
create index refund_newest on refund (tenant_id, mode, created_at desc, id desc);
create index refund_due on refund (next_check_at) where next_check_at is not null;
alter table refund enable row level security;
alter table refund force row level security;
create policy tenant_isolation on refund to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on refund to app_rw;

-- Every move of a refund. Append-only.
create table refund_move (
  tenant_id     uuid not null,
  refund_id     text not null,
  number        bigint not null,
  from_status   text not null,
  to_status     text not null,
  cause         text not null check (cause in ('API', 'NOTIFICATION', 'INQUIRY', 'REPORT', 'OPERATOR')),
  provider_code text,
  moved_at      timestamptz not null,
  primary key (tenant_id, refund_id, number),
  foreign key (tenant_id, refund_id) references refund (tenant_id, id)
);
alter table refund_move enable row level security;
alter table refund_move force row level security;
create policy tenant_isolation on refund_move to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on refund_move to app_rw;

-- Recovery claims refunds of all tenants that are due to be asked of Antom.
grant select (tenant_id, id, next_check_at, check_lease_until), update (check_lease_until) on refund to app_worker;
create policy worker_claim on refund to app_worker using (next_check_at is not null) with check (true);
