-- A cancel that was asked for stands until Antom's answer is clear; while it stands, no refund can be reserved.
alter table payment
  add column cancel_requested_at timestamptz,
  add column cancel_cause text check (cancel_cause in ('API', 'NOTIFICATION', 'INQUIRY', 'REPORT', 'OPERATOR')),
  add column cancel_tries integer not null default 0 check (cancel_tries >= 0),
  add check ((cancel_requested_at is null) = (cancel_cause is null));

-- What a tenant wants done with money it did not ask for twice, and with a second session for the same open order.
create table checkout_policy (
  tenant_id       uuid primary key references tenant,
  surplus         text not null check (surplus in ('RETURN', 'KEEP')),
  duplicate_order text not null check (duplicate_order in ('ALLOW', 'REFUSE')),
  changed_at      timestamptz not null
);
alter table checkout_policy enable row level security;
alter table checkout_policy force row level security;
create policy tenant_isolation on checkout_policy to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on checkout_policy to app_rw;
