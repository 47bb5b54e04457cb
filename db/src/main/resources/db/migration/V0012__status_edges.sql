-- What a status may become, once more where nobody can walk around it. The same tables stand in the code; a test compares them.
create table status_edge (
  object      text not null check (object in ('checkout_session', 'payment', 'refund')),
  from_status text not null,
  to_status   text not null,
  primary key (object, from_status, to_status)
);
grant select on status_edge to app_rw;

insert into status_edge values
  ('checkout_session', 'OPEN', 'COMPLETED'),
  ('checkout_session', 'OPEN', 'EXPIRED'),
  ('checkout_session', 'OPEN', 'CANCELED'),
  ('payment', 'CREATED', 'OPEN'),
  ('payment', 'CREATED', 'ABANDONED'),
  ('payment', 'CREATED', 'PROCESSING'),
  ('payment', 'CREATED', 'SUCCEEDED'),
  ('payment', 'CREATED', 'FAILED'),
  ('payment', 'CREATED', 'EXPIRED'),
  ('payment', 'CREATED', 'CANCELED'),
  ('payment', 'OPEN', 'PROCESSING'),
  ('payment', 'OPEN', 'SUCCEEDED'),
  ('payment', 'OPEN', 'FAILED'),
  ('payment', 'OPEN', 'EXPIRED'),
  ('payment', 'OPEN', 'CANCELED'),
  ('payment', 'PROCESSING', 'SUCCEEDED'),
  ('payment', 'PROCESSING', 'FAILED'),
  ('payment', 'PROCESSING', 'EXPIRED'),
  ('payment', 'PROCESSING', 'CANCELED'),
  ('payment', 'ABANDONED', 'SUCCEEDED'),
  ('payment', 'ABANDONED', 'EXPIRED'),
  ('payment', 'SUCCEEDED', 'CANCELED'),
  ('refund', 'PROCESSING', 'SUCCEEDED'),
  ('refund', 'PROCESSING', 'FAILED');

create function refuse_unknown_edge() returns trigger
  language plpgsql
as $$
begin
  if not exists (
    select from status_edge e
    where e.object = tg_table_name and e.from_status = old.status and e.to_status = new.status) then
    raise exception '% can''t move from % to %', tg_table_name, old.status, new.status using errcode = '23514';
  end if;
  return new;
end $$;

create trigger known_edges_only before update of status on checkout_session
  for each row when (old.status is distinct from new.status) execute function refuse_unknown_edge();
create trigger known_edges_only before update of status on payment
  for each row when (old.status is distinct from new.status) execute function refuse_unknown_edge();
create trigger known_edges_only before update of status on refund
  for each row when (old.status is distinct from new.status) execute function refuse_unknown_edge();

-- Every move of a session. Append-only.
create table checkout_session_move (
  tenant_id   uuid not null,
  session_id  text not null,
  number      bigint not null,
  from_status text not null,
  to_status   text not null,
  cause       text not null check (cause in ('API', 'NOTIFICATION', 'INQUIRY', 'REPORT', 'OPERATOR')),
  moved_at    timestamptz not null,
  primary key (tenant_id, session_id, number),
  foreign key (tenant_id, session_id) references checkout_session (tenant_id, id)
);
alter table checkout_session_move enable row level security;
alter table checkout_session_move force row level security;
create policy tenant_isolation on checkout_session_move to app_rw
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
grant select, insert on checkout_session_move to app_rw;
