-- Since when a person must look at a payment or refund, and which reason one looked at and left as it is.
alter table payment
  add column review_since timestamptz,
  add column review_left text;
alter table refund
  add column review_since timestamptz,
  add column review_left text;

-- What waits already has waited since it was made at most. Row-level security binds the owner too, so it rests for these two updates.
alter table payment no force row level security;
alter table refund no force row level security;
update payment set review_since = created_at where review_reason is not null;
update refund set review_since = created_at where review_reason is not null;
alter table payment force row level security;
alter table refund force row level security;

alter table payment add check ((review_reason is null) = (review_since is null));
alter table refund add check ((review_reason is null) = (review_since is null));
create index payment_in_review on payment (tenant_id, mode, created_at desc, id desc) where review_reason is not null;
create index refund_in_review on refund (tenant_id, mode, created_at desc, id desc) where review_reason is not null;

-- What a person decided about a payment or refund that Antom could not tell about. Append-only; each raise of a reason is decided once.
create table review_decision (
  tenant_id  uuid not null references tenant,
  id         text not null,
  object_id  text not null,
  reason     text not null,
  raised_at  timestamptz not null,
  choice     text not null check (choice in ('ASK_AGAIN', 'LEAVE', 'SETTLE')),
  settled_as text,
  note       text not null check (length(note) between 1 and 500),
  person_id  uuid not null references person,
  decided_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, object_id, reason, raised_at),
  check ((choice = 'SETTLE') = (settled_as is not null))
);
create index review_decision_of_object on review_decision (tenant_id, object_id, decided_at desc);
alter table review_decision enable row level security;
alter table review_decision force row level security;
create policy tenant_isolation on review_decision to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on review_decision to app_rw;
