package com.tillhouse.sandbox.page;

import com.tillhouse.sandbox.checkout.BuyerActions;
import com.tillhouse.sandbox.checkout.PaymentStateException;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.payment.PaymentStatus;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hosted page: shows the order, takes the buyer's decision, and sends the browser back to the merchant. The address
 * must arrive byte for byte as it was given out.
 */
public final class CheckoutPageController extends HttpServlet {

    /** Where the page is, as on Antom's host. */
    public static final String PATH = "/page/antom-web-checkout/src/checkout/paymentPage/index.html";

    private static final long serialVersionUID = 1L;
    private static final String PARAMETER = "sessionData=";

    private final transient PaymentRepository payments;
    private final transient BuyerActions actions;
    private final transient CheckoutView view;

    public CheckoutPageController(PaymentRepository payments, BuyerActions actions, CheckoutView view) {
        this.payments = payments;
        this.actions = actions;
        this.view = view;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Payment> payment = find(request);
        if (payment.isEmpty()) {
            html(HttpServletResponse.SC_NOT_FOUND, view.unknown(looksReencoded(request)), response);
        } else {
            show(payment.get(), null, request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8);
        Optional<Payment> payment = find(request);
        if (payment.isEmpty()) {
            html(HttpServletResponse.SC_NOT_FOUND, view.unknown(looksReencoded(request)), response);
        } else if (!isOurForm(payment.get(), request.getParameter("token"))) {
            html(HttpServletResponse.SC_FORBIDDEN, view.unknown(false), response);
        } else {
            act(payment.get(), request, response);
        }
    }

    private void act(Payment payment, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getParameter("method");
        if (method != null && !view.offers(payment, method)) {
            show(payment, "method", request, response);
            return;
        }
        try {
            Payment changed = changed(payment, String.valueOf(request.getParameter("action")), method);
            if (changed == null) {
                show(payment, "action", request, response);
            } else {
                backToMerchant(changed, response);
            }
        } catch (PaymentStateException overtaken) {
            show(payments.find(payment.key()).orElseThrow(), "overtaken", request, response);
        }
    }

    private @Nullable Payment changed(Payment payment, String action, @Nullable String method) {
        return switch (action) {
            case "pay" -> actions.pay(payment.key(), method);
            case "decline" -> actions.decline(payment.key(), method);
            case "expire" -> actions.expire(payment.key());
            default -> null;
        };
    }

    /** The browser's way back says nothing about the outcome; the address stays byte for byte. */
    private void backToMerchant(Payment payment, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        boolean mayTryAgain = payment.state().status() == PaymentStatus.FAIL && view.mayTryAgain(payment);
        response.setHeader(
                "Location",
                mayTryAgain
                        ? PATH + "?" + PARAMETER + payment.session().sessionData()
                        : payment.request().redirectUrl());
    }

    private void show(
            Payment payment, @Nullable String problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int status = problem == null ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CONFLICT;
        html(status, view.of(payment, request.getLocale() == null ? Locale.ENGLISH : request.getLocale()), response);
    }

    private Optional<Payment> find(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !query.startsWith(PARAMETER)
                ? Optional.empty()
                : payments.findBySessionData(query.substring(PARAMETER.length()));
    }

    private static boolean looksReencoded(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && (query.contains("%") || query.contains(" "));
    }

    private static boolean isOurForm(Payment payment, @Nullable String token) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        payment.session().formToken().getBytes(StandardCharsets.UTF_8));
    }

    private static void html(int status, String page, HttpServletResponse response) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src http: https: data:; base-uri 'none'; frame-ancestors 'none'");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
