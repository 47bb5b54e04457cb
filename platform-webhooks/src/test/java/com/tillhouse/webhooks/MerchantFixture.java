package com.tillhouse.webhooks;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.capture.usecase.RequestCapture;
import com.tillhouse.core.capture.usecase.RequestCaptureCommand;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.port.CancelGateway;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.OpenedPage;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.refund.port.RefundReservationStore;
import com.tillhouse.core.refund.usecase.RequestRefund;
import com.tillhouse.core.refund.usecase.RequestRefundCommand;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.protocol.SignatureHeader;
import com.tillhouse.sandbox.protocol.SignedContent;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;

/** A merchant in the database with an account at an Antom whose keys the test holds, and payments that are open. */
public final class MerchantFixture {
    private static final KeyPair MERCHANT = RsaKeys.generate();

    public final TenantId tenant = CheckoutFixture.tenant();
    public final KeyPair antom;
    public final GatewayAccount account;
    private final BeanFactory beans;
    private final UnitOfWork unitOfWork;
    private final CheckoutSessionRepository sessions;
    private final PaymentRepository payments;
    private final InstantSource clock;
    private final PaymentGateway gateway;

    /** Antom's keys are the test's own. */
    public MerchantFixture(BeanFactory beans, String host) {
        this(beans, host, RsaKeys.generate());
    }

    private MerchantFixture(BeanFactory beans, String host, KeyPair antom) {
        this(beans, host, antom, registration -> RsaKeys.encode(antom.getPublic()));
    }

    /** Antom is this sandbox. */
    public MerchantFixture(BeanFactory beans, Sandbox sandbox) {
        this(
                beans,
                sandbox.httpBase().toString(),
                RsaKeys.generate(),
                registration -> sandbox.register(registration).antomPublicKey());
    }

    private MerchantFixture(
            BeanFactory beans, String host, KeyPair antom, Function<Registration, String> antomPublicKey) {
        this.antom = antom;
        this.beans = beans;
        gateway = beans.getBean(PaymentGateway.class);
        unitOfWork = beans.getBean(UnitOfWork.class);
        sessions = beans.getBean(CheckoutSessionRepository.class);
        payments = beans.getBean(PaymentRepository.class);
        clock = beans.getBean(InstantSource.class);
        String slug = "t-" + tenant.toString().substring(0, 8);
        beans.getBean(RegisterTenant.class).register(tenant, slug, "Shop");
        String id = RandomId.withPrefix("ga_");
        SecretVault vault = beans.getBean(SecretVault.class);
        byte[] privateKey = RsaKeys.encode(MERCHANT.getPrivate()).getBytes(StandardCharsets.US_ASCII);
        String clientId = "CLIENT_" + slug;
        String antomKey = antomPublicKey.apply(
                new Registration(clientId, RsaKeys.encode(MERCHANT.getPublic()), "Shop", null, null));
        account = unitOfWork.inTenant(tenant, () -> {
            SealedKey sealed = new SealedKey(vault.seal(tenant, SealedKey.place(id, 1), privateKey));
            GatewayKey key =
                    new GatewayKey(1, GatewayKey.Status.ACTIVE, sealed, RsaKeys.encode(MERCHANT.getPublic()), antomKey);
            GatewayAccount made = new GatewayAccount(
                    tenant,
                    id,
                    Mode.TEST,
                    clientId,
                    host,
                    List.of(key),
                    NotifyRoute.create().path());
            beans.getBean(GatewayAccountRepository.class).add(tenant, made, clock.instant());
            return made;
        });
    }

    /** A payment of sixty dollars that a buyer can pay. */
    public Payment openPayment() {
        return openPayment(CheckoutFixture.session(tenant, clock.instant()));
    }

    /** The same of this session. */
    public Payment openPayment(CheckoutSession session) {
        return unitOfWork.inTenant(tenant, () -> {
            Payment payment = session.attempt(account.id(), clock.instant());
            payment.open(
                    "https://antom.example/page",
                    payment.state().expiresAt(),
                    new ProviderResult("S", "SUCCESS", null),
                    clock.instant());
            sessions.add(tenant, session);
            payments.add(tenant, payment);
            return payment;
        });
    }

    /** A payment of sixty dollars whose page Antom opened. */
    public Payment pageAtAntom() {
        return pageAtAntom(CheckoutFixture.session(tenant, clock.instant()));
    }

    /** The same of this session. */
    public Payment pageAtAntom(CheckoutSession session) {
        Payment payment = session.attempt(account.id(), clock.instant());
        if (!(gateway.open(account, session, payment) instanceof Outcome.Confirmed<OpenedPage> page)) {
            throw new IllegalStateException("no page");
        }
        payment.open(page.value().normalUrl(), page.value().expiresAt(), page.result(), clock.instant());
        unitOfWork.runInTenant(tenant, () -> {
            sessions.add(tenant, session);
            payments.add(tenant, payment);
        });
        return payment;
    }

    /** Has Antom asked about this payment, as recovery would. */
    public void settle(Payment payment) {
        beans.getBean(SyncPayment.class).recover(tenant, payment.id());
    }

    /** Asks to refund part of a paid payment; what Antom answers to the first sending is up to it. */
    public String refund(Payment payment, long minor) {
        String id = RandomId.withPrefix("re_");
        IdempotencyKey key = new IdempotencyKey(Mode.TEST, "tc_1", "POST /v1/payments/{id}/refunds", id);
        RequestRefundCommand command = new RequestRefundCommand(
                tenant, payment.id(), id, CheckoutFixture.sgd(minor), "cold coffee", key, new byte[32]);
        beans.getBean(RequestRefund.class)
                .refund(command, taken -> Reply.first(201, taken.id().getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    /** A session of sixty dollars that the merchant captures. */
    public CheckoutSession manualSession() {
        return CheckoutFixture.manualSession(tenant, clock.instant());
    }

    /** Cancels it at Antom behind our back, as a person in its dashboard would. */
    public void cancelElsewhere(Payment payment) {
        if (!(beans.getBean(CancelGateway.class).cancel(account, payment) instanceof Outcome.Confirmed)) {
            throw new IllegalStateException("not cancelled");
        }
    }

    /** Asks to capture part of an authorised payment; what Antom answers to the first sending is up to it. */
    public String capture(Payment payment, long minor) {
        String id = RandomId.withPrefix("cap_");
        IdempotencyKey key = new IdempotencyKey(Mode.TEST, "tc_1", "POST /v1/payments/{id}/captures", id);
        RequestCaptureCommand command = new RequestCaptureCommand(
                tenant, payment.id(), id, CheckoutFixture.sgd(minor), false, key, new byte[32]);
        beans.getBean(RequestCapture.class)
                .capture(command, taken -> Reply.first(201, taken.id().getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    /** A payment of sixty dollars that Antom has told us is paid. */
    public Payment paidPayment() {
        Payment payment = openPayment();
        beans.getBean(ApplyPaymentOutcome.class)
                .apply(tenant, payment.id(), CheckoutFixture.news(PaymentNews.Standing.PAID, Cause.NOTIFICATION));
        return payment;
    }

    /** A refund of a dollar of this paid payment that is saved and reserved, and that Antom has not heard of. */
    public String unsentRefund(Payment payment) {
        Money amount = CheckoutFixture.sgd(100);
        RefundOrigin origin = new RefundOrigin(
                tenant,
                RandomId.withPrefix("re_"),
                payment.id(),
                account.id(),
                Mode.TEST,
                amount,
                null,
                false,
                clock.instant());
        unitOfWork.runInTenant(tenant, () -> {
            if (!beans.getBean(RefundReservationStore.class).reserve(tenant, payment.id(), amount)) {
                throw new IllegalStateException("nothing reserved");
            }
            beans.getBean(RefundRepository.class).add(tenant, Refund.request(origin));
        });
        return origin.id();
    }

    /** The {@code Signature} header of Antom's for this body. */
    public String sign(String time, String body) {
        String signature = RsaKeys.sign(
                new SignedContent(account.notifyPath(), account.clientId(), time, body), antom.getPrivate());
        return new SignatureHeader(1, signature).format();
    }
}
