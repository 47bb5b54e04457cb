-- What a merchant opens for one order. `details` holds the order as the merchant described it (goods, buyer, transit …).
create table checkout_session (
  tenant_id       uuid not null references tenant,
  id              text not null,
  mode            text not null check (mode in ('TEST', 'LIVE')),
  status          text not null check (status in ('OPEN', 'COMPLETED', 'EXPIRED', 'CANCELED')),
  order_reference text not null check (length(order_reference) between 1 and 64),
  currency        char(3) not null,
  amount          bigint not null check (amount > 0),
  details         jsonb not null,
  redirect_url    text not null,
  notify_url      text,
  metadata        jsonb not null,
  expires_at      timestamptz not null,
  created_at      timestamptz not null,
  sequence        bigint not null,
  version         integer not null,
  primary key (tenant_id, id)
);
create index checkout_session_newest on checkout_session (tenant_id, mode, created_at desc, id desc);
create index checkout_session_by_reference on checkout_session (tenant_id, mode, order_reference, created_at desc);
create index checkout_session_open_by_expiry on checkout_session (expires_at) where status = 'OPEN';
alter table checkout_session enable row level security;
alter table checkout_session force row level security;
create policy tenant_isolation on checkout_session to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on checkout_session to app_rw;

-- One attempt to pay a session, 1:1 with Antom's paymentRequestId (the id). Amounts are minor units.
create table payment (
  tenant_id           uuid not null,
  id                  text not null,
  session_id          text not null,
  gateway_account_id  text not null,
  mode                text not null check (mode in ('TEST', 'LIVE')),
  status              text not null check (status in ('CREATED', 'OPEN', 'PROCESSING', 'SUCCEEDED', 'FAILED', 'EXPIRED', 'CANCELED', 'ABANDONED')),
  currency            char(3) not null,
  amount              bigint not null check (amount > 0),
  captured            bigint not null check (captured >= 0),
  reserved            bigint not null check (reserved >= 0),
  refunded            bigint not null check (refunded >= 0),
  provider_payment_id text,
  provider_method     text,
  provider_status     text,
  provider_code       text,
  provider_message    text,
  normal_url          text,
  expires_at          timestamptz not null,
  created_at          timestamptz not null,
  paid_at             timestamptz,
  antom_day           date,
  surplus             boolean not null,
  review_reason       text,
  next_check_at       timestamptz,
  checks              integer not null check (checks >= 0),
  check_lease_until   timestamptz,
  sequence            bigint not null,
  moves               bigint not null,
  version             integer not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, session_id) references checkout_session (tenant_id, id),
  foreign key (tenant_id, gateway_account_id) references gateway_account (tenant_id, id)
);
create index payment_of_session on payment (tenant_id, session_id, created_at);
create index payment_newest on payment (tenant_id, mode, created_at desc, id desc);
create index payment_due on payment (next_check_at) where next_check_at is not null;
-- At most one payment of a session can be open to a buyer.
create unique index payment_one_open on payment (tenant_id, session_id) where status in ('CREATED', 'OPEN', 'PROCESSING');
alter table payment enable row level security;
alter table payment force row level security;
create policy tenant_isolation on payment to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on payment to app_rw;

-- Every move of a payment: from, to, who brought the news, Antom's code, when. Append-only.
create table payment_move (
  tenant_id     uuid not null,
  payment_id    text not null,
  number        bigint not null,
  from_status   text not null,
  to_status     text not null,
  cause         text not null check (cause in ('API', 'NOTIFICATION', 'INQUIRY', 'REPORT', 'OPERATOR')),
  provider_code text,
  moved_at      timestamptz not null,
  primary key (tenant_id, payment_id, number),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id)
);
alter table payment_move enable row level security;
alter table payment_move force row level security;
create policy tenant_isolation on payment_move to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on payment_move to app_rw;

-- Recovery claims payments of all tenants that are due to be asked of Antom; it sees only what the claim needs.
grant select (tenant_id, id, session_id, status, next_check_at, check_lease_until), update (check_lease_until) on payment to app_worker;
create policy worker_claim on payment to app_worker using (next_check_at is not null) with check (true);
grant select (tenant_id, id, status, expires_at) on checkout_session to app_worker;
create policy worker_expiry on checkout_session for select to app_worker using (status = 'OPEN');
