package com.tillhouse.admin;

import com.tillhouse.admin.access.AppFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.domain.order.Buyer;
import com.tillhouse.core.checkout.domain.order.Goods;
import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.checkout.domain.order.PersonName;
import com.tillhouse.core.checkout.domain.page.PageOptions;
import com.tillhouse.core.checkout.domain.page.Terminal;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.config.OperatorInstaller;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.refund.port.RefundReservationStore;
import com.tillhouse.core.refund.usecase.ApplyRefundOutcome;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.AddMemberCommand;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** Fills a database with merchants, members and what their buyers did, through the core's own repositories and real transitions. */
public final class DemoFixture {
    public static final String PASSWORD = "correct horse battery";

    private final BeanFactory beans;
    private final UnitOfWork unitOfWork;
    private final Map<String, String> accounts = new HashMap<>();

    public DemoFixture(BeanFactory beans) {
        this.beans = beans;
        this.unitOfWork = beans.getBean(UnitOfWork.class);
    }

    /** A merchant with a gateway account in both modes. */
    public TenantId tenant(String slug, String name, Instant now) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        beans.getBean(RegisterTenant.class).register(tenant, slug, name);
        for (Mode mode : Mode.values()) {
            GatewayKey key =
                    new GatewayKey(1, GatewayKey.Status.ACTIVE, new SealedKey(new byte[] {1}), "cHVibGlj", "YW50b20=");
            GatewayAccount account = new GatewayAccount(
                    tenant,
                    RandomId.withPrefix("ga_"),
                    mode,
                    "CLIENT_" + mode,
                    "https://antom.example",
                    List.of(key),
                    NotifyRoute.create().path());
            unitOfWork.runInTenant(
                    tenant, () -> beans.getBean(GatewayAccountRepository.class).add(tenant, account, now));
            accounts.put(tenant + " " + mode, account.id());
        }
        return tenant;
    }

    public PersonId member(TenantId tenant, String email, Role role) {
        return beans.getBean(AddMember.class)
                .handle(new AddMemberCommand(tenant, new EmailAddress(email), PASSWORD, role));
    }

    /** Somebody who runs the platform, enrolled as its own command does. */
    public PersonId operator(TestPostgres.Database database, String email) {
        EmailAddress address = new EmailAddress(email);
        new OperatorInstaller(database.url(), "owner").enrolment().enrol(address, PASSWORD);
        PersonId operator = beans.getBean(PersonRepository.class)
                .byEmail(address)
                .orElseThrow()
                .id();
        AppFixture.enrol(beans, operator);
        return operator;
    }

    /** A session whose one payment went as far as said; null leaves the page open. Answers the ids of both. */
    public Ids order(
            TenantId tenant,
            Mode mode,
            String reference,
            Money amount,
            Instant at,
            PaymentNews.@Nullable Standing standing) {
        CheckoutSession session = CheckoutSession.open(origin(tenant, mode, reference, amount, at));
        Payment payment = session.attempt(accounts.getOrDefault(tenant + " " + mode, ""), at);
        payment.open(
                "https://checkout.antom.example/pay?sessionData=" + RandomId.withPrefix("") + "%3D%3D",
                at.plus(Duration.ofHours(1)),
                new ProviderResult("S", "SUCCESS", "success."),
                at);
        if (standing != null) {
            Instant then = at.plus(Duration.ofMinutes(2));
            payment.apply(news(standing, amount, then), then);
            session.follow(payment, Cause.NOTIFICATION, then);
        }
        keep(tenant, session, List.of(payment));
        return new Ids(session.origin().id(), payment.id());
    }

    /** An order that was paid twice, the first attempt having been given up when Antom was silent. */
    public Ids paidTwice(TenantId tenant, String reference, Money amount, Instant at) {
        CheckoutSession session = CheckoutSession.open(origin(tenant, Mode.TEST, reference, amount, at));
        String account = accounts.getOrDefault(tenant + " " + Mode.TEST, "");
        Payment silent = session.attempt(account, at);
        silent.abandon(null, at);
        Payment paid = session.attempt(account, at.plusSeconds(13));
        Instant then = at.plus(Duration.ofMinutes(3));
        paid.open(
                "https://checkout.antom.example/pay",
                at.plus(Duration.ofHours(1)),
                new ProviderResult("S", "SUCCESS", null),
                at);
        paid.apply(news(PaymentNews.Standing.PAID, amount, then), then);
        session.follow(paid, Cause.NOTIFICATION, then);
        silent.apply(news(PaymentNews.Standing.PAID, amount, then), then);
        session.follow(silent, Cause.NOTIFICATION, then);
        keep(tenant, session, List.of(silent, paid));
        return new Ids(session.origin().id(), silent.id());
    }

    /** A payment for which Antom named another amount. */
    public Ids doubtful(TenantId tenant, String reference, Money amount, Instant at) {
        CheckoutSession session = CheckoutSession.open(origin(tenant, Mode.TEST, reference, amount, at));
        Payment payment = session.attempt(accounts.getOrDefault(tenant + " " + Mode.TEST, ""), at);
        payment.open(
                "https://checkout.antom.example/pay",
                at.plus(Duration.ofHours(1)),
                new ProviderResult("S", "SUCCESS", null),
                at);
        payment.apply(news(PaymentNews.Standing.PAID, new Money(amount.currency(), 100), at), at);
        keep(tenant, session, List.of(payment));
        return new Ids(session.origin().id(), payment.id());
    }

    /** A refund of a paid order, and what Antom said of it, one after the other. Answers its id. */
    public String refund(TenantId tenant, Ids order, Money amount, String reason, Instant at, RefundNews... said) {
        String id = RandomId.withPrefix("re_");
        unitOfWork.runInTenant(tenant, () -> {
            Payment payment = beans.getBean(PaymentRepository.class)
                    .find(tenant, order.payment())
                    .orElseThrow();
            beans.getBean(RefundReservationStore.class).reserve(tenant, payment.id(), amount);
            Refund refund = Refund.request(new RefundOrigin(
                    tenant,
                    id,
                    payment.id(),
                    payment.origin().gatewayAccountId(),
                    payment.origin().mode(),
                    amount,
                    reason,
                    false,
                    at));
            beans.getBean(RefundRepository.class).add(tenant, refund);
        });
        for (RefundNews news : said) {
            beans.getBean(ApplyRefundOutcome.class).apply(tenant, id, news);
        }
        return id;
    }

    /** What Antom says of a refund. */
    public static RefundNews said(RefundNews.Standing standing, Money amount, String code, String message) {
        String status = standing == RefundNews.Standing.FAILED ? "F" : "S";
        return new RefundNews(
                standing, Cause.NOTIFICATION, new ProviderResult(status, code, message), amount, null, null);
    }

    private void keep(TenantId tenant, CheckoutSession session, List<Payment> payments) {
        unitOfWork.runInTenant(tenant, () -> {
            beans.getBean(CheckoutSessionRepository.class).add(tenant, session);
            payments.forEach(payment -> beans.getBean(PaymentRepository.class).add(tenant, payment));
        });
    }

    private static PaymentNews news(PaymentNews.Standing standing, Money amount, Instant at) {
        boolean paid = standing == PaymentNews.Standing.PAID;
        ProviderResult result = switch (standing) {
            case PAID -> new ProviderResult("S", "SUCCESS", "success.");
            case REFUSED ->
                new ProviderResult("F", "USER_BALANCE_NOT_ENOUGH", "The user balance is not enough for this payment.");
            case CLOSED -> new ProviderResult("F", "ORDER_IS_CLOSED", "The order has been closed.");
            default -> new ProviderResult("S", standing.name(), null);
        };
        String method = amount.currency().equals("SGD") ? "CARD" : "ALIPAY_CN";
        return new PaymentNews(
                standing,
                Cause.NOTIFICATION,
                result,
                amount,
                "20261122194010800100188820" + amount.value() % 1000,
                method,
                paid ? at : null);
    }

    private static SessionOrigin origin(TenantId tenant, Mode mode, String reference, Money amount, Instant at) {
        return new SessionOrigin(
                tenant,
                RandomId.withPrefix("cs_"),
                mode,
                reference,
                amount,
                details(amount),
                "https://kaya.example/thanks",
                null,
                Map.of("table", "7", "campaign", "autumn"),
                at,
                at.plus(Duration.ofHours(1)));
    }

    private static OrderDetails details(Money amount) {
        PageOptions page =
                new PageOptions(List.of(), null, "en", null, null, null, null, null, new Terminal("WEB", null, null));
        Goods toast = new Goods(
                "KAYA-01", "Kaya toast set", amount, 1, "Breakfast", "Kaya", "with soft eggs", null, null, null, null);
        Goods beans = new Goods(
                "BEAN-250",
                "Single-origin coffee beans from the slopes of Mount Kerinci, washed, medium roast, whole bean, 250 g",
                amount,
                2,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Buyer buyer = new Buyer(
                "cust-88214",
                new PersonName("Wei Ling Tan", null, null, null),
                null,
                "weiling@example.com",
                null,
                null,
                null);
        return new OrderDetails(
                "Breakfast and beans, pick-up at Tiong Bahru",
                List.of(toast, beans),
                buyer,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                page);
    }

    /** The ids of an order's session and of its payment. */
    public record Ids(String session, String payment) {}
}
