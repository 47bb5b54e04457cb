package com.tillhouse.local.shop;

import java.util.List;
import java.util.Map;

/**
 * The two demo merchants, as their customers see them.
 *
 * @param slug part of the address, and the merchant's short name on the platform
 */
public record Storefront(String slug, String name, String tagline, String mark, Product product) {

    /** A coffee bar and a travel agency; the second sells what needs {@code transit}. */
    public static List<Storefront> demo() {
        return List.of(coffee(), travel());
    }

    private static Storefront coffee() {
        return new Storefront(
                "mikas-coffee",
                "Mika's Coffee",
                "Small roastery, big cups",
                "M",
                new Product(
                        "beans-250",
                        "House blend, 250 g",
                        "Roasted on Tuesday, in your letterbox by Friday. Chocolate first, then dried cherry, and hardly any bitterness.",
                        "SGD",
                        1890,
                        "S$18.90",
                        List.of("Whole beans", "Medium roast", "Free delivery"),
                        Map.of()));
    }

    private static Storefront travel() {
        Map<String, Object> leg = Map.of(
                "departure_time",
                "2027-05-14T09:35:00+02:00",
                "departure_address",
                Map.of("city", "HAM"),
                "arrival_address",
                Map.of("city", "LIS"),
                "carrier_no",
                "FW204");
        return new Storefront(
                "fernweh-travel",
                "Fernweh Travel",
                "Somewhere else, soon",
                "F",
                new Product(
                        "ham-lis-0514",
                        "Hamburg to Lisbon",
                        "A morning flight, a window seat, and you are at the Tejo in time for lunch. One person, one way, one bag.",
                        "EUR",
                        12950,
                        "€129.50",
                        List.of("14 May, 09:35", "Flight FW204, 3 h 20", "Cabin bag included"),
                        Map.of("transit", Map.of("transit_type", "FLIGHT", "legs", List.of(leg)))));
    }
}
