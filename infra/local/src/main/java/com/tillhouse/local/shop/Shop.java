package com.tillhouse.local.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The running demo shop: the addresses it answers, each led to the class that does the work. */
public final class Shop implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ShopMerchant> merchants;
    private final ShopController pages;
    private final WebhookController webhooks;
    private final CountDownLatch released;

    private Shop(ShopSettings settings) throws IOException {
        OrderRepository orders = new OrderRepository(settings.orders());
        merchants = settings.merchants();
        pages = new ShopController(settings, orders);
        webhooks = new WebhookController(merchants, orders);
        released = new CountDownLatch(settings.holdWebhooks() ? 1 : 0);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    }

    /** Starts a shop; it answers when this returns. */
    public static Shop start(ShopSettings settings) throws IOException {
        Shop shop = new Shop(settings);
        shop.server.setExecutor(shop.threads);
        shop.server.createContext("/", shop::serve);
        shop.server.start();
        return shop;
    }

    /** The port it listens on; of use when any free one was asked for. */
    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code /}, {@code /assets/…}, {@code /shop/{slug}}, {@code /shop/{slug}/orders[/{reference}[/status]]}, {@code /webhooks/{slug}}. */
    private ShopReply answer(HttpExchange exchange) throws IOException, InterruptedException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
        String call = exchange.getRequestMethod() + " " + path[0] + " " + path.length;
        return switch (call) {
            case "GET  1" -> pages.list();
            case "GET assets 2" -> Assets.serve(path[1]);
            case "GET shop 2", "GET shop 4", "GET shop 5", "POST shop 3" -> inShop(path);
            case "POST webhooks 2" -> webhook(path[1], exchange);
            default -> ShopReply.notFound();
        };
    }

    private ShopReply inShop(String[] path) throws InterruptedException {
        ShopMerchant merchant = find(path[1]);
        if (merchant == null || path.length > 2 && !path[2].equals("orders")) {
            return ShopReply.notFound();
        }
        return switch (path.length) {
            case 2 -> pages.product(merchant);
            case 3 -> pages.buy(merchant);
            case 4 -> pages.order(merchant, path[3]);
            default -> path[4].equals("status") ? pages.status(merchant, path[3]) : ShopReply.notFound();
        };
    }

    private ShopReply webhook(String slug, HttpExchange exchange) throws IOException, InterruptedException {
        ShopMerchant merchant = find(slug);
        if (merchant == null) {
            return ShopReply.notFound();
        }
        released.await();
        return ShopReply.empty(webhooks.receive(merchant, exchange));
    }

    private @Nullable ShopMerchant find(String slug) {
        return merchants.stream()
                .filter(merchant -> merchant.slug().equals(slug))
                .findFirst()
                .orElse(null);
    }
}
