-- What a tenant knows of its buyers is kept as long as the tenant says, 540 days when it says nothing, and no longer: a sweep erases
-- it from sessions that have come to rest. Amounts, statuses, ids and histories stay; they are what the books are made of.
create table buyer_data_policy (
  tenant_id      uuid not null references tenant,
  retention_days integer not null check (retention_days between 30 and 3650),
  changed_at     timestamptz not null,
  primary key (tenant_id)
);
alter table buyer_data_policy enable row level security;
alter table buyer_data_policy force row level security;
create policy tenant_isolation on buyer_data_policy to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on buyer_data_policy to app_rw;
create trigger no_visitor before insert or update or delete on buyer_data_policy for each statement
  when (nullif(current_setting('app.visitor', true), '') is not null) execute function refuse_visitor();

-- When the buyer's data of a session was asked to be erased before its time, and when it was erased.
alter table checkout_session
  add column erasure_asked_at timestamptz,
  add column buyer_erased_at timestamptz;
create index checkout_session_with_buyer on checkout_session (tenant_id, expires_at)
  where buyer_erased_at is null and status <> 'OPEN';
create index checkout_session_to_erase on checkout_session (tenant_id, id)
  where buyer_erased_at is null and erasure_asked_at is not null;
create index checkout_session_of_buyer on checkout_session (tenant_id, mode, (details #>> '{buyer,reference}'))
  where buyer_erased_at is null;
create index checkout_session_of_email on checkout_session (tenant_id, mode, lower(details #>> '{buyer,email}'))
  where buyer_erased_at is null;

-- An object of the API, as events and kept replies carry it, without what a merchant may have written of its buyer.
create function without_buyer(object jsonb) returns jsonb
  language sql immutable parallel safe
as $$
  select object
    || case when object ? 'metadata' then '{"metadata": {}}'::jsonb else '{}'::jsonb end
    || case when jsonb_typeof(object -> 'reason') = 'string' then '{"reason": null}'::jsonb else '{}'::jsonb end
    || case when object ? 'redirect_url'
         then jsonb_build_object('redirect_url', regexp_replace(object ->> 'redirect_url', '[?#].*$', ''))
         else '{}'::jsonb end
$$;
revoke execute on function without_buyer(jsonb) from public;
grant execute on function without_buyer(jsonb) to app_rw;

-- What only grows may lose its free text; nothing else of it changes.
grant update (body) on event to app_rw;
grant update (response_head) on delivery_attempt to app_rw;
