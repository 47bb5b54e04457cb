package com.tillhouse.local.shop;

import com.tillhouse.local.PrivateFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The shop's orders: in memory for reading, in one small file over restarts. A write is on disk when it returns. */
final class OrderRepository {
    private static final int KEPT = 500;

    private final PrivateFile file;
    private final List<ShopOrder> orders;

    OrderRepository(Path path) {
        file = new PrivateFile(path);
        orders = new ArrayList<>(List.of(file.read(ShopOrder[].class).orElse(new ShopOrder[0])));
    }

    synchronized void add(ShopOrder order) {
        orders.add(order);
        save();
    }

    synchronized Optional<ShopOrder> find(String slug, String reference) {
        return orders.stream()
                .filter(order -> order.slug().equals(slug) && order.reference().equals(reference))
                .findFirst();
    }

    /** Changes the order of a session; false if the merchant has none. */
    synchronized boolean change(String slug, String session, UnaryOperator<ShopOrder> change) {
        Optional<ShopOrder> found = orders.stream()
                .filter(order -> order.slug().equals(slug) && order.session().equals(session))
                .findFirst();
        found.map(change).filter(changed -> !changed.equals(found.get())).ifPresent(changed -> {
            orders.set(orders.indexOf(found.get()), changed);
            save();
        });
        return found.isPresent();
    }

    private void save() {
        orders.sort(Comparator.comparing(ShopOrder::createdAt));
        if (orders.size() > KEPT) {
            orders.subList(0, orders.size() - KEPT).clear();
        }
        file.write(orders);
    }
}
