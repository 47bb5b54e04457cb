-- Where a tenant wants to be told. The one SESSION endpoint per mode has no URL of its own: it signs and logs
-- what goes to the notify_url of a single session.
create table webhook_endpoint (
  tenant_id   uuid not null references tenant,
  id          text not null,
  mode        text not null check (mode in ('TEST', 'LIVE')),
  kind        text not null check (kind in ('CONFIGURED', 'SESSION')),
  url         text check (length(url) <= 2048),
  event_types text[] not null,
  created_at  timestamptz not null,
  disabled_at timestamptz,
  primary key (tenant_id, id),
  check ((kind = 'CONFIGURED') = (url is not null))
);
create unique index webhook_endpoint_one_for_sessions on webhook_endpoint (tenant_id, mode) where kind = 'SESSION';
alter table webhook_endpoint enable row level security;
alter table webhook_endpoint force row level security;
create policy tenant_isolation on webhook_endpoint to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on webhook_endpoint to app_rw;

-- Signing secrets of an endpoint, newest version first; two overlap during rotation.
create table webhook_secret (
  tenant_id        uuid not null,
  endpoint_id      text not null,
  version          integer not null check (version > 0),
  secret_encrypted bytea not null,
  created_at       timestamptz not null,
  expires_at       timestamptz,
  primary key (tenant_id, endpoint_id, version),
  foreign key (tenant_id, endpoint_id) references webhook_endpoint (tenant_id, id)
);
alter table webhook_secret enable row level security;
alter table webhook_secret force row level security;
create policy tenant_isolation on webhook_secret to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on webhook_secret to app_rw;

-- What happened, as the merchant will read it. Written in the transaction of the move it tells of.
create table event (
  tenant_id  uuid not null references tenant,
  id         text not null,
  mode       text not null check (mode in ('TEST', 'LIVE')),
  type       text not null,
  object_id  text not null,
  sequence   bigint not null,
  body       text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, object_id, sequence)
);
create index event_newest on event (tenant_id, mode, created_at desc, id desc);
alter table event enable row level security;
alter table event force row level security;
create policy tenant_isolation on event to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on event to app_rw;

-- One event on its way to one endpoint. `attempts` is the fence: a late write of a paused worker names an old number.
create table delivery (
  tenant_id       uuid not null,
  id              text not null,
  event_id        text not null,
  endpoint_id     text not null,
  url             text,
  object_id       text not null,
  sequence        bigint not null,
  status          text not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
  attempts        integer not null check (attempts >= 0),
  next_attempt_at timestamptz,
  lease_until     timestamptz,
  created_at      timestamptz not null,
  delivered_at    timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references event (tenant_id, id),
  foreign key (tenant_id, endpoint_id) references webhook_endpoint (tenant_id, id),
  check ((status = 'PENDING') = (next_attempt_at is not null))
);
-- The claim hops from endpoint to endpoint and reads the oldest due rows of each, so that one backlog hides nobody else's work.
create index delivery_due on delivery (tenant_id, endpoint_id, next_attempt_at) where status = 'PENDING';
create index delivery_in_flight on delivery (tenant_id, endpoint_id, lease_until)
  where status = 'PENDING' and lease_until is not null;
create index delivery_of_event on delivery (tenant_id, event_id);
create index delivery_of_object on delivery (tenant_id, endpoint_id, object_id, sequence) where status = 'PENDING';
alter table delivery enable row level security;
alter table delivery force row level security;
create policy tenant_isolation on delivery to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert, update on delivery to app_rw;

-- The delivery worker claims due rows of all tenants, a batch at a time, and then acts inside one tenant.
grant select (tenant_id, id, status, attempts, next_attempt_at, lease_until, endpoint_id, object_id, sequence),
      update (attempts, lease_until) on delivery to app_worker;
create policy worker_claim on delivery to app_worker using (status = 'PENDING') with check (true);

-- Each try, as it went: what was answered and how long it took.
create table delivery_attempt (
  tenant_id     uuid not null,
  delivery_id   text not null,
  attempt       integer not null,
  url           text not null,
  started_at    timestamptz not null,
  millis        integer not null,
  http_status   integer,
  error         text,
  response_head text,
  primary key (tenant_id, delivery_id, attempt),
  foreign key (tenant_id, delivery_id) references delivery (tenant_id, id)
);
alter table delivery_attempt enable row level security;
alter table delivery_attempt force row level security;
create policy tenant_isolation on delivery_attempt to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on delivery_attempt to app_rw;
