-- What happened to one payment of a tenant, newest first: one line for each thing, whichever table keeps it. To add a source, add a
-- select of the same four columns; `details` holds exactly the properties of the record of its kind (TrailKind), and an object that
-- belongs to the payment joins `thing`.
with payment_asked as (
  select p.tenant_id, p.id, p.session_id from payment p
  where p.tenant_id = :tenant and p.id = :payment and p.mode = :mode
),
thing (tenant_id, id, object) as (
  select tenant_id, id, 'payment' from payment_asked
  union all
  select tenant_id, session_id, 'checkout_session' from payment_asked
  union all
  select r.tenant_id, r.id, 'refund' from payment_asked a
  join refund r on r.tenant_id = a.tenant_id and r.payment_id = a.id
  union all
  select c.tenant_id, c.id, 'capture' from payment_asked a
  join capture c on c.tenant_id = a.tenant_id and c.payment_id = a.id
),
note as (
  select t.*, case when t.actor_kind is not null then jsonb_build_object(
    'kind', lower(t.actor_kind), 'id', t.actor_id, 'request_id', t.request_id) end as by,
    case when t.amount is not null then jsonb_build_object('currency', t.currency, 'value', t.amount) end as money
  from thing o
  join trail_entry t on t.tenant_id = o.tenant_id and t.object_id = o.id
),
move as (
  select 'payment' as object, m.payment_id as id, m.from_status, m.to_status, m.cause, m.provider_code, m.moved_at,
    m.actor_kind, m.actor_id, m.request_id
  from thing o join payment_move m on m.tenant_id = o.tenant_id and m.payment_id = o.id
  where o.object = 'payment'
  union all
  select 'refund', m.refund_id, m.from_status, m.to_status, m.cause, m.provider_code, m.moved_at,
    m.actor_kind, m.actor_id, m.request_id
  from thing o join refund_move m on m.tenant_id = o.tenant_id and m.refund_id = o.id
  where o.object = 'refund'
  union all
  select 'capture', m.capture_id, m.from_status, m.to_status, m.cause, m.provider_code, m.moved_at,
    m.actor_kind, m.actor_id, m.request_id
  from thing o join capture_move m on m.tenant_id = o.tenant_id and m.capture_id = o.id
  where o.object = 'capture'
  union all
  select 'checkout_session', m.session_id, m.from_status, m.to_status, m.cause, null, m.moved_at,
    m.actor_kind, m.actor_id, m.request_id
  from thing o join checkout_session_move m on m.tenant_id = o.tenant_id and m.session_id = o.id
  where o.object = 'checkout_session'
),
line (at, kind, about, details) as (
  select at, 'api_call', object_id, jsonb_build_object(
    'by', by, 'operation', operation, 'made_id', target_id, 'amount', money)
  from note where kind = 'API_CALL'
  union all
  select at, 'api_refusal', object_id, jsonb_build_object(
    'by', by, 'operation', operation, 'code', reason, 'amount', money)
  from note where kind = 'API_REFUSAL'
  union all
  select d.decided_at, 'decision', o.id, jsonb_build_object(
    'by', jsonb_build_object('kind', 'member', 'id', d.person_id, 'request_id', null),
    'decision', lower(d.choice || coalesce('_' || d.settled_as, '')), 'reason', d.note)
  from thing o join review_decision d on d.tenant_id = o.tenant_id and d.object_id = o.id
  union all
  select at, 'gateway_call', object_id, jsonb_build_object(
    'by', by, 'api', operation, 'outcome', outcome, 'reason', reason, 'result_status', provider_status,
    'result_code', provider_code, 'said', said, 'millis', millis)
  from note where kind = 'GATEWAY_CALL'
  union all
  select p.created_at, 'creation', p.id, jsonb_build_object(
    'object', 'payment', 'amount', jsonb_build_object('currency', p.currency, 'value', p.amount), 'external', false)
  from payment_asked a join payment p on p.tenant_id = a.tenant_id and p.id = a.id
  union all
  select r.created_at, 'creation', r.id, jsonb_build_object(
    'object', 'refund', 'amount', jsonb_build_object('currency', r.currency, 'value', r.amount), 'external', r.external)
  from payment_asked a join refund r on r.tenant_id = a.tenant_id and r.payment_id = a.id
  union all
  select c.created_at, 'creation', c.id, jsonb_build_object(
    'object', 'capture', 'amount', jsonb_build_object('currency', c.currency, 'value', c.amount), 'external', false)
  from payment_asked a join capture c on c.tenant_id = a.tenant_id and c.payment_id = a.id
  union all
  select moved_at, 'move', id, jsonb_build_object(
    'object', object, 'from', lower(from_status), 'to', lower(to_status), 'cause', lower(cause), 'result_code', provider_code,
    'by', case when actor_kind is not null then jsonb_build_object(
      'kind', lower(actor_kind), 'id', actor_id, 'request_id', request_id) end)
  from move
  union all
  select n.received_at, 'notification', o.id, jsonb_build_object(
    'id', n.id, 'type', n.type, 'verdict', lower(n.verdict), 'reason', n.reason, 'copies', n.copies)
  from thing o join notification n on n.tenant_id = o.tenant_id and n.object_id = o.id
  union all
  select e.created_at, 'event', o.id, jsonb_build_object('id', e.id, 'type', e.type, 'sequence', e.sequence)
  from thing o join event e on e.tenant_id = o.tenant_id and e.object_id = o.id
  union all
  select a.started_at, 'delivery', o.id, jsonb_build_object(
    'id', d.id, 'event_id', e.id, 'event_type', e.type,
    'host', coalesce(substring(a.url from '^[A-Za-z]+://(?:[^/?#@]*@)?([^/?#]+)'), ''),
    'attempt', row_number() over (partition by d.tenant_id, d.id order by a.attempt),
    'delivered', a.error is null and coalesce(a.http_status between 200 and 299, false),
    'http_status', a.http_status, 'error', a.error, 'millis', a.millis)
  from thing o
  join event e on e.tenant_id = o.tenant_id and e.object_id = o.id
  join delivery d on d.tenant_id = e.tenant_id and d.event_id = e.id
  join delivery_attempt a on a.tenant_id = d.tenant_id and a.delivery_id = d.id
)
select at, kind, about, details::text as details
from line
order by at desc, array_position(cast(:kinds as text[]), kind) desc, about, details
limit :most
