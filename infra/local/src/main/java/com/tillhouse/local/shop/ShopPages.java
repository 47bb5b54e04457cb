package com.tillhouse.local.shop;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The shop's HTML. All texts are the shop's own; nothing a buyer types is shown. */
final class ShopPages {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              %s<title>%s</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/assets/shop.css">
            </head>
            <body class="%s">
            %s
            <footer>A demo shop of the local platform. No real money moves here.</footer>
            </body>
            </html>
            """;
    private static final String HEADER = """
            <header><a href="/shop/%1$s"><img src="/assets/%1$s-logo.svg" alt="" width="40" height="40"><span>%2$s<small>%3$s</small></span></a></header>
            """;

    private ShopPages() {}

    static String list(List<Storefront> fronts) {
        String cards = fronts.stream()
                .map(front -> """
                        <a class="card %1$s" href="/shop/%1$s"><img src="/assets/%1$s.svg" alt=""><strong>%2$s</strong><span>%3$s</span></a>
                        """.formatted(front.slug(), front.name(), front.tagline()))
                .collect(Collectors.joining());
        return FRAME.formatted(
                "", "Demo shops", "plain", "<main class=\"cards\"><h1>Two demo shops</h1>" + cards + "</main>");
    }

    static String product(Storefront front) {
        Product product = front.product();
        String facts =
                product.facts().stream().map(fact -> "<li>" + fact + "</li>").collect(Collectors.joining());
        String body = """
                <main class="product">
                  <figure><img src="/assets/%1$s.svg" alt="%2$s"></figure>
                  <section>
                    <h1>%2$s</h1>
                    <p class="blurb">%3$s</p>
                    <ul class="facts">%4$s</ul>
                    <p class="price">%5$s</p>
                    <form method="post" action="/shop/%1$s/orders"><button data-testid="buy">Buy now</button></form>
                    <p class="note">You pay on the checkout page of our payment partner.</p>
                  </section>
                </main>
                """.formatted(front.slug(), product.name(), product.blurb(), facts, product.price());
        return framed(front, "", product.name(), body);
    }

    static String order(Storefront front, ShopOrder order) {
        OrderStatus status = order.status();
        boolean waiting = status == OrderStatus.WAITING;
        String kind = status.name().toLowerCase(Locale.ROOT);
        String body = """
                <main class="order %1$s">
                  <section>
                    <div class="badge" aria-hidden="true"></div>
                    <h1 data-testid="status" data-status="%1$s" role="status">%2$s</h1>
                    <p>%3$s</p>
                    <dl>
                      <dt>Order</dt><dd data-testid="order-reference">%4$s</dd>
                      <dt>Item</dt><dd>%5$s</dd>
                      <dt>Total</dt><dd>%6$s</dd>
                    </dl>
                    %7$s
                  </section>
                </main>
                """.formatted(
                        kind,
                        status.title(),
                        explanation(status),
                        order.reference(),
                        front.product().name(),
                        front.product().price(),
                        waiting ? "" : next(front, status));
        return framed(front, waiting ? "<meta http-equiv=\"refresh\" content=\"2\">\n  " : "", status.title(), body);
    }

    static String noPayment(Storefront front) {
        String body = """
                <main class="order declined"><section><div class="badge" aria-hidden="true"></div>
                <h1>We can't take payments right now</h1><p>Nothing was charged. Please try again in a minute.</p>
                <a class="button" href="/shop/%s">Back to the shop</a></section></main>
                """.formatted(front.slug());
        return framed(front, "", "No payment possible", body);
    }

    static String notFound() {
        return FRAME.formatted(
                "",
                "Not found",
                "plain",
                "<main class=\"order\"><section><h1>There is nothing here</h1><a class=\"button\" href=\"/\">To the shops</a></section></main>");
    }

    private static String framed(Storefront front, String head, String title, String body) {
        String header = HEADER.formatted(front.slug(), front.name(), front.tagline());
        return FRAME.formatted(head, title + " · " + front.name(), front.slug(), header + body);
    }

    private static String explanation(OrderStatus status) {
        return switch (status) {
            case WAITING -> "We are waiting for the confirmation. This page looks again by itself.";
            case PAID -> "Thank you! We have your payment and start on your order.";
            case DECLINED -> "Your payment did not go through, and nothing was charged.";
            case EXPIRED -> "The time to pay is over, and nothing was charged.";
            case CANCELED -> "This payment was canceled; what was charged goes back to you.";
        };
    }

    private static String next(Storefront front, OrderStatus status) {
        return status == OrderStatus.PAID
                ? "<a class=\"button quiet\" href=\"/shop/%s\">Back to the shop</a>".formatted(front.slug())
                : "<form method=\"post\" action=\"/shop/%s/orders\"><button data-testid=\"buy\">Try again</button></form>"
                        .formatted(front.slug());
    }
}
