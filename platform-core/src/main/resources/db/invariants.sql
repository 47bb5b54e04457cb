-- What must never be found, for one tenant at one moment. Every row is a breach. Needs :tenant, :now and :edges
-- (object from to event; "-" for none). Numbers are those of the catalogue of invariants.
with edge as (
  select split_part(line, ' ', 1) as object, split_part(line, ' ', 2) as from_status, split_part(line, ' ', 3) as to_status,
         nullif(split_part(line, ' ', 4), '-') as event
  from regexp_split_to_table(:edges, ';') line
), moment as (
  select cast(:tenant as uuid) as tenant, cast(:now as timestamptz) as now, interval '15 minutes' as patience
), p as (
  select payment.* from payment, moment where tenant_id = tenant
), r as (
  select refund.* from refund, moment where tenant_id = tenant
), c as (
  select capture.* from capture, moment where tenant_id = tenant
), s as (
  select checkout_session.* from checkout_session, moment where tenant_id = tenant
), e as (
  select event.* from event, moment where tenant_id = tenant
), move as (
  select 'payment' as object, payment_id as id, number, from_status, to_status, cause from payment_move, moment where tenant_id = tenant
  union all
  select 'refund', refund_id, number, from_status, to_status, cause from refund_move, moment where tenant_id = tenant
  union all
  select 'capture', capture_id, number, from_status, to_status, cause from capture_move, moment where tenant_id = tenant
  union all
  select 'checkout_session', session_id, number, from_status, to_status, cause from checkout_session_move, moment where tenant_id = tenant
), told_by as (
  select object_id as id, type = 'PAYMENT_PENDING' as pending, count(*) as times
  from notification, moment
  where tenant_id = tenant and verdict = 'APPLIED' and type in ('PAYMENT_PENDING', 'PAYMENT_RESULT', 'REFUND_RESULT', 'CAPTURE_RESULT')
  group by 1, 2
), figures as (
  select p.id,
         coalesce(sum(r.amount) filter (where r.status = 'PROCESSING' and not r.external), 0) as on_its_way,
         coalesce(sum(r.amount) filter (where r.status = 'SUCCEEDED'), 0) as given,
         coalesce(sum(r.amount) filter (where r.status = 'SUCCEEDED' and r.external), 0) as given_elsewhere,
         count(r.id) filter (where r.currency <> p.currency) as strangers,
         count(r.id) as refunds
  from p left join r on r.payment_id = p.id group by p.id
), taken as (
  select p.id,
         coalesce(sum(c.amount) filter (where c.status = 'PROCESSING'), 0) as on_its_way,
         coalesce(sum(c.amount) filter (where c.status = 'SUCCEEDED'), 0) as taken,
         count(c.id) filter (where c.currency <> p.currency) as strangers,
         count(c.id) as captures
  from p left join c on c.payment_id = p.id group by p.id
), told as (
  select object_id, count(*) as events, min(sequence) as first, max(sequence) as last from e group by object_id
), due as (
  select id, next_check_at, check_lease_until from p union all select id, next_check_at, check_lease_until from r
  union all select id, next_check_at, check_lease_until from c
), history as (
  select object, id, count(*) as steps, min(number) as first, max(number) as last from move group by object, id
), breach (invariant, object_id, detail) as (

  -- I-1: what is reserved, refunded here and refunded elsewhere is what the refunds say, and never more than was captured.
  select 'I-1', p.id, 'reserved ' || p.reserved || ', but refunds on their way are ' || f.on_its_way
  from p join figures f using (id) where p.reserved <> f.on_its_way
  union all
  select 'I-1', p.id, 'refunded ' || p.refunded || ', but refunds that succeeded are ' || f.given
  from p join figures f using (id) where p.refunded <> f.given
  union all
  select 'I-1', p.id, 'captured ' || p.captured || ', reserved ' || p.reserved || ', refunded ' || p.refunded
  from p join figures f using (id) where p.refunded > p.captured or p.reserved + p.refunded - f.given_elsewhere > p.captured
  union all
  select 'I-1', p.id, 'a refund in another currency' from p join figures f using (id) where f.strangers > 0
  union all
  select 'I-1', p.id, 'captured ' || p.captured || ' of ' || p.amount || ' while its history ' || case when paid then 'has' else 'lacks' end || ' a success'
  from p, lateral (
    select p.status = 'CANCELED' and p.surplus
      or exists (select 1 from move m where m.object = 'payment' and m.id = p.id and m.to_status = 'SUCCEEDED') as paid) h
  where p.capture_mode = 'AUTOMATIC' and p.captured <> case when paid then p.amount else 0 end
  union all
  -- Where the merchant captures, what is captured is what captures took, and never more than was authorised.
  select 'I-1', p.id, 'captured ' || p.captured || ' of ' || p.amount || ', but captures that succeeded are ' || t.taken
  from p join taken t using (id) where (p.capture_mode = 'MANUAL' and p.captured <> t.taken) or p.captured + p.capturing > p.amount
  union all
  select 'I-1', p.id, 'capturing ' || p.capturing || ', but captures on their way are ' || t.on_its_way
  from p join taken t using (id) where p.capturing <> t.on_its_way
  union all
  select 'I-1', p.id, case when t.strangers > 0 then 'a capture in another currency' else 'a capture of what Antom captures by itself' end
  from p join taken t using (id) where t.strangers > 0 or (p.capture_mode = 'AUTOMATIC' and t.captures > 0)
  union all
  select 'I-1', p.id, 'is ' || p.status || ' with ' || p.captured || ' captured'
  from p where p.capture_mode = 'MANUAL' and (p.status = 'SUCCEEDED') <> (p.captured > 0)
    and p.status in ('CREATED', 'OPEN', 'PROCESSING', 'ABANDONED', 'AUTHORIZED', 'SUCCEEDED')

  -- I-2: a session is paid once, and what comes twice is marked as surplus; a session, a refund and a capture belong to one key each.
  union all
  select 'I-2', session_id, count(*) || ' payments stand as paid and none of them as surplus'
  from p where status in ('AUTHORIZED', 'SUCCEEDED') and not surplus group by session_id having count(*) > 1
  union all
  select 'I-2', session_id, count(*) || ' payments are open to a buyer'
  from p where status in ('CREATED', 'OPEN', 'PROCESSING') group by session_id having count(*) > 1
  union all
  select 'I-2', resource_id, count(*) || ' keys made one refund or capture'
  from idempotency_key, moment where tenant_id = tenant and resource_id ~ '^(re|cap)_' group by resource_id having count(*) > 1
  union all
  select 'I-2', resource_id, count(*) || ' keys opened one session'
  from idempotency_key, moment where tenant_id = tenant and operation like '%/sessions' group by resource_id having count(*) > 1

  -- I-3: each state is reached once, and each applied notification moved what it is about.
  union all
  select 'I-3', id, 'became ' || to_status || ' ' || count(*) || ' times' from move group by object, id, to_status having count(*) > 1
  union all
  select 'I-3', n.id, times || ' notifications applied that ' || case when pending then 'said pending' else 'said its end' end || ', but moved so ' || moved || ' times'
  from told_by n, lateral (
    select count(*) as moved from move m
    where m.id = n.id and m.cause = 'NOTIFICATION' and (m.object = 'payment' and m.to_status = 'PROCESSING') = n.pending) became
  where times > moved

  -- I-6: the history is an unbroken path of the table and ends where the object is.
  union all
  select 'I-6', m.id, 'moved from ' || from_status || ' to ' || to_status
  from move m left join edge using (object, from_status, to_status) where edge.object is null
  union all
  select 'I-6', id, 'step ' || number || ' leaves ' || from_status || ', but it was ' || coalesce(before, 'just made')
  from (select id, number, from_status, object, lag(to_status) over (partition by object, id order by number) as before from move) path
  where from_status <> coalesce(before, case object when 'payment' then 'CREATED' when 'checkout_session' then 'OPEN' else 'PROCESSING' end)
  union all
  select 'I-6', id, 'is ' || status || ' with ' || moves || ' moves, but its history ends ' || coalesce(last_status, 'nowhere')
  from (
    select id, status, moves, 'payment' as object, 'CREATED' as made from p
    union all
    select id, status, moves, 'refund', 'PROCESSING' from r
    union all
    select id, status, moves, 'capture', 'PROCESSING' from c
    union all
    select id, status, sequence, 'checkout_session', 'OPEN' from s) o
  left join history h using (object, id)
  left join (select object, id, number as moves, to_status as last_status from move) m using (object, id, moves)
  where coalesce(h.steps, 0) <> moves or (moves > 0 and (h.first <> 1 or h.last <> moves)) or coalesce(last_status, made) <> status
  union all
  select 'I-6', s.id, s.status || ' although ' || case when paid then 'it was paid' else 'it was never paid' end
  from s, lateral (
    select exists (select 1 from p join move m on m.object = 'payment' and m.id = p.id and m.to_status in ('AUTHORIZED', 'SUCCEEDED') where p.session_id = s.id) as paid) h
  where s.status = 'COMPLETED' and not paid or s.status = 'OPEN' and paid

  union all
  select 'I-6', d.object_id, 'settled as ' || d.settled_as || ' by a person, but its history lacks it'
  from review_decision d, moment
  where d.tenant_id = tenant and d.settled_as is not null
    and not exists (select 1 from move m where m.id = d.object_id and m.to_status = d.settled_as and m.cause = 'OPERATOR')

  -- I-8: each move that tells has its event, and no event stands without one.
  union all
  select 'I-8', o.id, 'told ' || coalesce(t.events, 0) || ' events, but ' || o.sequence || ' are counted'
  from (select id, sequence from p union all select id, sequence from r union all select id, sequence from c
    union all select id, sequence from s) o
  left join told t on t.object_id = o.id
  where coalesce(t.events, 0) <> o.sequence or (t.events > 0 and (t.first <> 1 or t.last <> t.events))
  union all
  select 'I-8', coalesce(m.id, e.object_id), case when m.id is null then 'no move for ' else 'no event for ' end || coalesce(m.event, e.type)
  from (
    select id, event from move join edge using (object, from_status, to_status) where event is not null
    union all select id, 'payment.surplus_detected' from p where surplus
    union all select id, 'refund.created' from r) m
  full join (select object_id, type from e where type ~ '^(payment|refund|capture|checkout_session)\.(?!needs_review)') e
    on e.object_id = m.id and e.type = m.event
  where m.id is null or e.object_id is null

  -- I-9: a finished key has an answer, it names what was made, and that is there.
  union all
  select 'I-9', resource_id, 'answered ' || status || ', but it is not there'
  from idempotency_key, moment
  where tenant_id = tenant and state = 'DONE' and status between 200 and 299 and resource_id ~ '^(cs|pay|re|cap)_'
    and not exists (select 1 from p where p.id = resource_id) and not exists (select 1 from r where r.id = resource_id)
    and not exists (select 1 from s where s.id = resource_id) and not exists (select 1 from c where c.id = resource_id)
  union all
  select 'I-9', resource_id, 'answered ' || status || ', but not about it'
  from idempotency_key, moment
  where tenant_id = tenant and state = 'DONE' and status between 200 and 299 and resource_id ~ '^(cs|pay|re|cap)_'
    and operation not like '%/retry' and position(convert_to(resource_id, 'UTF8') in reply) = 0
  union all
  select 'I-9', resource_id, 'finished without an answer'
  from idempotency_key, moment where tenant_id = tenant and (state = 'DONE') <> (status is not null and reply is not null)

  -- I-14: what has not ended is looked at again, and in time.
  union all
  select 'I-14', id, status || ', and nobody looks at it again'
  from p where next_check_at is null and (status in ('CREATED', 'OPEN', 'PROCESSING', 'AUTHORIZED', 'ABANDONED') or cancel_requested_at is not null)
  union all
  select 'I-14', id, 'more of it can be captured, and nobody looks at it again'
  from p where next_check_at is null and capture_mode = 'MANUAL' and status = 'SUCCEEDED' and captured < amount and not capture_closed
  union all
  select 'I-14', id, 'a cancel stands although it is ' || status from p where cancel_requested_at is not null and (status in ('FAILED', 'EXPIRED') or status = 'CANCELED' and not surplus)
  union all
  select 'I-14', id, 'PROCESSING, and nobody looks at it again' from r where status = 'PROCESSING' and next_check_at is null
  union all
  select 'I-14', id, 'PROCESSING, and nobody looks at it again' from c where status = 'PROCESSING' and next_check_at is null
  union all
  select 'I-14', p.id, 'surplus that nobody gives back'
  from p join figures f using (id) cross join moment left join checkout_policy c on c.tenant_id = p.tenant_id
  where p.surplus and p.status = 'SUCCEEDED' and p.next_check_at is null and f.refunds = 0
    and coalesce(c.surplus, 'RETURN') = 'RETURN' and coalesce(c.changed_at < p.paid_at, true)
  union all
  select 'I-14', id, 'due since ' || next_check_at from due, moment
  where next_check_at < now - patience and coalesce(check_lease_until, '-infinity') < now
  union all
  select 'I-14', s.id, 'open since its time ended at ' || s.expires_at from s, moment
  where s.status = 'OPEN' and s.expires_at < now - patience
    and not exists (select 1 from p where p.session_id = s.id and p.status in ('CREATED', 'OPEN', 'PROCESSING'))
)
select invariant, object_id, detail from breach order by 1, 2, 3
