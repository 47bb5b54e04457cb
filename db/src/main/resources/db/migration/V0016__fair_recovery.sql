-- Recovery is fair between tenants: it hops from tenant to tenant and takes a few due rows of each, those first whose buyer may
-- still be waiting. `patient` are those that were asked about often already; they get a smaller share.
alter table payment add column patient boolean generated always as (checks > 5) stored;
drop index payment_due;
create index payment_due on payment (tenant_id, patient, next_check_at) where next_check_at is not null;
create index payment_in_flight on payment (tenant_id, check_lease_until) where check_lease_until is not null;
grant select (patient) on payment to app_worker;

alter table refund add column patient boolean generated always as (checks > 5) stored;
drop index refund_due;
create index refund_due on refund (tenant_id, patient, next_check_at) where next_check_at is not null;
create index refund_in_flight on refund (tenant_id, check_lease_until) where check_lease_until is not null;
grant select (patient) on refund to app_worker;

-- Idempotency keys are kept for thirty days. The worker can see and delete only older ones.
grant select (tenant_id, mode, client_id, operation, key, created_at), delete on idempotency_key to app_worker;
create policy worker_retention on idempotency_key to app_worker
  using (created_at < clock_timestamp() - interval '30 days') with check (false);

-- The check of the invariants goes through all tenants, one after the other.
grant select (tenant_id) on tenant to app_worker;
create policy worker_list on tenant for select to app_worker using (true);
