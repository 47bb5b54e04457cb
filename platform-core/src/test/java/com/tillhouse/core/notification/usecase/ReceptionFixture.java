package com.tillhouse.core.notification.usecase;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.adapter.antom.AntomFixture;
import com.tillhouse.core.adapter.antom.AntomServerFixture;
import com.tillhouse.core.adapter.antom.notice.AntomNotificationMapper;
import com.tillhouse.core.adapter.antom.notice.AntomNotificationSignatures;
import com.tillhouse.core.capture.usecase.ApplyCaptureOutcome;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentFilter;
import com.tillhouse.core.checkout.domain.SessionFilter;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.notification.domain.DedupeKey;
import com.tillhouse.core.notification.domain.Envelope;
import com.tillhouse.core.notification.domain.InboxEntry;
import com.tillhouse.core.notification.domain.InboxVerdict;
import com.tillhouse.core.notification.port.NotificationInbox;
import com.tillhouse.core.refund.usecase.ApplyRefundOutcome;
import com.tillhouse.core.shared.DomainEvent;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Receiving with everything kept in memory; signatures and parsing are the real ones. */
final class ReceptionFixture {
    static final Instant NOW = CheckoutFixture.NOON;
    static final String FRESH = "2026-11-22T20:00:00+08:00";
    private static final KeyPair FIRST = AntomFixture.keys();
    private static final KeyPair SECOND = AntomFixture.keys();

    final List<Merchant> merchants = new ArrayList<>();
    final Map<String, Payment> payments = new HashMap<>();
    final Map<String, CheckoutSession> sessions = new HashMap<>();
    final List<DomainEvent> events = new ArrayList<>();
    final Map<DedupeKey, Kept> inbox = new LinkedHashMap<>();
    final RefundsFixture refunds = new RefundsFixture();
    final CapturesFixture captures = new CapturesFixture();
    final ReceiveNotification receive;

    ReceptionFixture() {
        UnitOfWork unit = new UnitOfWork() {
            @Override
            public <R> R inTenant(TenantId tenant, Supplier<R> work) {
                return work.get();
            }
        };
        EventStore told = (tenant, event) -> events.add(event);
        var paymentOutcomes = new ApplyPaymentOutcome(unit, new Payments(), new Sessions(), told, () -> NOW);
        var refundOutcomes = new ApplyRefundOutcome(
                unit, refunds, refunds, new Payments(), new Sessions(), paymentOutcomes, told, () -> NOW);
        var captureOutcomes = new ApplyCaptureOutcome(
                unit,
                captures,
                captures,
                new ApplyCaptureOutcome.Told(new Payments(), new Sessions(), told),
                paymentOutcomes,
                () -> NOW);
        receive = new ReceiveNotification(
                unit,
                new Accounts(),
                new AntomNotificationSignatures(),
                new AntomNotificationMapper(),
                new Inbox(),
                new ApplyNotice(
                        new Payments(),
                        refunds,
                        paymentOutcomes,
                        refundOutcomes,
                        new ApplyNotice.Captures(captures, captureOutcomes),
                        () -> NOW),
                () -> NOW);
    }

    /** A merchant with its account, and Antom's key for it. */
    record Merchant(TenantId tenant, GatewayAccount account, KeyPair antom) {
        String route() {
            return account.notifyPath().substring(NotifyRoute.PREFIX.length());
        }

        Envelope envelope(String body) {
            return envelope(body, FRESH);
        }

        Envelope envelope(String body, String time) {
            return new Envelope(
                    route(), account.clientId(), time, sign(body, time), body.getBytes(StandardCharsets.UTF_8));
        }

        String sign(String body, String time) {
            return AntomServerFixture.header(
                    AntomServerFixture.sign(antom.getPrivate(), account.notifyPath(), account.clientId(), time, body));
        }
    }

    /** What the inbox holds. */
    static final class Kept {
        final TenantId tenant;
        final InboxEntry entry;
        InboxVerdict verdict;
        int copies = 1;

        private Kept(TenantId tenant, InboxEntry entry, InboxVerdict verdict) {
            this.tenant = tenant;
            this.entry = entry;
            this.verdict = verdict;
        }
    }

    Merchant merchant(String clientId) {
        return merchant(CheckoutFixture.tenant(), clientId);
    }

    Merchant merchant(TenantId tenant, String clientId) {
        KeyPair antom = merchants.size() % 2 == 0 ? FIRST : SECOND;
        GatewayKey key = new GatewayKey(
                1, GatewayKey.Status.ACTIVE, new SealedKey(new byte[0]), "", AntomFixture.base64(antom.getPublic()));
        GatewayAccount account = new GatewayAccount(
                tenant,
                RandomId.withPrefix("ga_"),
                Mode.TEST,
                clientId,
                "http://antom.example",
                List.of(key),
                NotifyRoute.create().path());
        Merchant merchant = new Merchant(tenant, account, antom);
        merchants.add(merchant);
        return merchant;
    }

    /** A payment of sixty dollars that a buyer can pay, and that will not be asked about for a while. */
    Payment openPayment(Merchant merchant) {
        return openPayment(merchant, CheckoutFixture.session(merchant.tenant(), NOW));
    }

    /** The same of this session. */
    Payment openPayment(Merchant merchant, CheckoutSession session) {
        Payment payment = session.attempt(merchant.account().id(), NOW);
        payment.open(
                "https://antom.example/page",
                NOW.plus(Duration.ofHours(1)),
                new ProviderResult("S", "SUCCESS", null),
                NOW);
        for (int i = 0; i < 5; i++) {
            payment.checkedInVain(NOW);
        }
        sessions.put(session.origin().id(), session);
        payments.put(payment.id(), payment);
        return payment;
    }

    InboxVerdict onlyVerdict() {
        return inbox.values().stream()
                .reduce((a, b) -> {
                    throw new AssertionError("more than one entry");
                })
                .orElseThrow()
                .verdict;
    }

    static String message(String type, String status, String code, String paymentId) {
        return """
                {"notifyType":"%s","result":{"resultCode":"%s","resultStatus":"%s","resultMessage":"m"},"paymentRequestId":"%s",\
                "paymentId":"2024","paymentAmount":{"currency":"SGD","value":"6000"},"paymentTime":"2026-11-22T19:59:00+08:00"}""".formatted(type, code, status, paymentId);
    }

    static String paid(Payment payment) {
        return message("PAYMENT_RESULT", "S", "SUCCESS", payment.id());
    }

    private final class Accounts implements GatewayAccountRepository {
        @Override
        public Optional<GatewayAccount> inMode(TenantId tenant, Mode mode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<GatewayAccount> byId(TenantId tenant, String accountId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<GatewayAccount> byRoute(TenantId tenant, byte[] routeHash) {
            return of(routeHash)
                    .map(Merchant::account)
                    .filter(account -> account.tenant().equals(tenant));
        }

        @Override
        public void add(TenantId tenant, GatewayAccount account, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<TenantId> tenantOfRoute(byte[] routeHash) {
            return of(routeHash).map(Merchant::tenant);
        }

        private Optional<Merchant> of(byte[] routeHash) {
            return merchants.stream()
                    .filter(one -> Arrays.equals(new NotifyRoute(one.route()).hash(), routeHash))
                    .findFirst();
        }
    }

    private final class Inbox implements NotificationInbox {
        @Override
        public boolean admit(TenantId tenant, InboxEntry entry, InboxVerdict verdict) {
            Kept there = inbox.get(entry.key());
            if (there != null) {
                there.copies++;
                return false;
            }
            inbox.put(entry.key(), new Kept(tenant, entry, verdict));
            return true;
        }

        @Override
        public void conclude(TenantId tenant, String entryId, InboxVerdict verdict) {
            inbox.values().stream()
                    .filter(kept -> kept.entry.id().equals(entryId))
                    .forEach(kept -> kept.verdict = verdict);
        }
    }

    private final class Payments implements PaymentRepository {
        @Override
        public void add(TenantId tenant, Payment payment) {
            payments.put(payment.id(), payment);
        }

        @Override
        public void update(TenantId tenant, Payment payment) {
            payments.put(payment.id(), payment);
        }

        @Override
        public Optional<Payment> find(TenantId tenant, String id) {
            return Optional.ofNullable(payments.get(id))
                    .filter(found -> found.origin().tenant().equals(tenant));
        }

        @Override
        public Optional<Payment> lock(TenantId tenant, String id) {
            return find(tenant, id);
        }

        @Override
        public List<Payment> ofSession(TenantId tenant, String sessionId) {
            return payments.values().stream()
                    .filter(found -> found.origin().sessionId().equals(sessionId))
                    .toList();
        }

        @Override
        public Map<String, List<Payment>> ofSessions(TenantId tenant, Collection<String> sessionIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Payment> list(TenantId tenant, PaymentFilter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> refundable(
                TenantId tenant, String gatewayAccountId, Money amount, Instant since, int limit) {
            return payments.values().stream()
                    .filter(found -> found.origin().tenant().equals(tenant))
                    .filter(found -> found.origin().gatewayAccountId().equals(gatewayAccountId))
                    .filter(found -> found.state().balance().refundable().value() >= amount.value())
                    .map(Payment::id)
                    .toList();
        }

        @Override
        public List<Due> claimDue(Instant now, Duration lease, int limit, int perTenant) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Sessions implements CheckoutSessionRepository {
        @Override
        public void add(TenantId tenant, CheckoutSession session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void update(TenantId tenant, CheckoutSession session) {
            sessions.put(session.origin().id(), session);
        }

        @Override
        public Optional<CheckoutSession> find(TenantId tenant, String id) {
            return Optional.ofNullable(sessions.get(id));
        }

        @Override
        public Optional<CheckoutSession> lock(TenantId tenant, String id) {
            return find(tenant, id);
        }

        @Override
        public Page<CheckoutSession> list(TenantId tenant, SessionFilter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Overdue> overdue(Instant now, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
