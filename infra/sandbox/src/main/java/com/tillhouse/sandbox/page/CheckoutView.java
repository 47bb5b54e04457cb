package com.tillhouse.sandbox.page;

import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.settings.SwitchStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.messageresolver.StandardMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Draws the hosted page for a payment as it stands. */
public final class CheckoutView {

    private final ClientRepository clients;
    private final SwitchStore switches;
    private final InstantSource clock;
    private final TemplateEngine engine = new TemplateEngine();

    public CheckoutView(ClientRepository clients, SwitchStore switches, InstantSource clock) {
        this.clients = clients;
        this.switches = switches;
        this.clock = clock;
        ClassLoaderTemplateResolver templates =
                new ClassLoaderTemplateResolver(getClass().getClassLoader());
        templates.setPrefix("com/tillhouse/sandbox/page/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new StandardMessageResolver());
    }

    /** @param browser the language to use if the merchant asked for none */
    String of(Payment payment, Locale browser) {
        OrderFacts order = OrderFacts.of(payment);
        Locale language = PageLanguage.of(order.locale(), browser);
        Map<String, Object> variables = new HashMap<>();
        clients.find(payment.clientId()).ifPresent(client -> {
            variables.put("brand", client.brandName());
            variables.put("logo", client.logoUrl());
        });
        variables.put("lang", language.toLanguageTag());
        variables.put("order", order.forPage(language));
        variables.put("total", MoneyText.of(payment.request().amount(), language));
        variables.put("state", pageState(payment));
        variables.put("open", isOpen(payment));
        variables.put("methods", methods(payment));
        variables.put(
                "address",
                CheckoutPageController.PATH + "?sessionData="
                        + payment.session().sessionData());
        variables.put("token", payment.session().formToken());
        variables.put("back", payment.request().redirectUrl());
        variables.put("code", payment.state().resultCode());
        return engine.process("checkout", new Context(language, variables));
    }

    /** @param reencoded whether the address was changed on its way, which is the usual mistake */
    String unknown(boolean reencoded) {
        return engine.process("unknown", new Context(Locale.ENGLISH, Map.of("reencoded", reencoded)));
    }

    boolean offers(Payment payment, String method) {
        return methods(payment).stream().anyMatch(each -> each.type().equals(method));
    }

    boolean mayTryAgain(Payment payment) {
        return switches.current().severalAttempts() && !payment.isOver(clock.instant());
    }

    private static List<PaymentMethod> methods(Payment payment) {
        return PaymentMethod.offeredFor(payment.request().methodTypes());
    }

    private boolean isOpen(Payment payment) {
        PaymentStatus status = payment.state().status();
        boolean undecided = status == PaymentStatus.OPEN || status == PaymentStatus.FAIL && mayTryAgain(payment);
        return undecided && !payment.isOver(clock.instant());
    }

    private String pageState(Payment payment) {
        return switch (payment.state().status()) {
            case OPEN -> payment.isOver(clock.instant()) ? "expired" : "open";
            case PENDING -> "pending";
            case SUCCESS -> "paid";
            case FAIL -> "declined";
            case EXPIRED -> "expired";
            case CANCELLED -> "closed";
        };
    }
}
