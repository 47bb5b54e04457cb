package com.tillhouse.sandbox.session;

import com.tillhouse.sandbox.protocol.Fields;
import java.util.List;
import java.util.Set;

/** The rules of {@code order}: goods, buyer, shipping, and for journeys the five fields each leg must have. */
final class OrderRules {

    private OrderRules() {}

    static void check(Fields order, boolean requireSeedFields) {
        order.text("referenceOrderId", 64);
        order.text("orderDescription", 256);
        order.amount("orderAmount");
        if (requireSeedFields) {
            order.object("buyer").text("referenceBuyerId", 64);
            order.object("buyer").object("buyerName").text("fullName", 128);
        }
        order.optionalObject("buyer").ifPresent(OrderRules::checkBuyer);
        checkGoods(order, requireSeedFields);
        order.optionalObject("shipping").ifPresent(OrderRules::checkShipping);
        order.optionalObject("transit").ifPresent(OrderRules::checkTransit);
        order.optionalObject("merchant").ifPresent(merchant -> {
            merchant.optionalOneOf("merchantType", Set.of("INDIVIDUAL", "ENTERPRISE"));
            merchant.optionalObject("merchantAddress").ifPresent(OrderRules::checkAddress);
        });
    }

    private static void checkBuyer(Fields buyer) {
        buyer.optionalText("referenceBuyerId", 64);
        buyer.optionalObject("buyerName").ifPresent(name -> {
            for (String part : List.of("fullName", "firstName", "middleName", "lastName")) {
                name.optionalText(part, 128);
            }
        });
        buyer.optionalText("buyerPhoneNo", 24);
        buyer.optionalText("buyerEmail", 64);
        buyer.optionalTime("buyerRegistrationTime");
        buyer.optionalTruth("isAccountVerified");
    }

    private static void checkGoods(Fields order, boolean required) {
        List<Fields> goods = order.list("goods", 100);
        if (required && goods.isEmpty()) {
            throw order.illegal("goods", "is required");
        }
        for (Fields item : goods) {
            item.text("referenceGoodsId", 64);
            item.text("goodsName", 256);
            item.optionalAmount("goodsUnitAmount");
            item.optionalWhole("goodsQuantity", 1, Integer.MAX_VALUE);
            item.optionalText("goodsCategory", 64);
            item.optionalUrl("goodsUrl", Set.of("http", "https"));
            item.optionalUrl("goodsImageUrl", Set.of("http", "https"));
            item.optionalOneOf("deliveryMethodType", Set.of("PHYSICAL", "DIGITAL"));
            item.optionalText("priceId", 64);
        }
    }

    private static void checkShipping(Fields shipping) {
        shipping.optionalObject("shippingAddress").ifPresent(OrderRules::checkAddress);
        shipping.optionalText("shippingCarrier", 128);
        shipping.optionalText("shippingPhoneNo", 16);
        shipping.optionalText("shipToEmail", 64);
        shipping.optionalText("shippingFeeId", 64);
        shipping.optionalAmount("shippingFee");
        shipping.optionalText("shippingDescription", 64);
    }

    private static void checkAddress(Fields address) {
        address.text("region", 2);
        address.optionalText("state", 8);
        address.optionalText("city", 32);
        address.optionalText("address1", 256);
        address.optionalText("address2", 256);
        address.optionalText("zipCode", 32);
    }

    private static void checkTransit(Fields transit) {
        String type = transit.oneOf("transitType", Set.of("FLIGHT", "TRAIN", "CRUISE", "COACH"));
        List<Fields> legs = transit.list("legs", 10);
        if (legs.isEmpty()) {
            throw transit.illegal("legs", "is required");
        }
        for (Fields leg : legs) {
            leg.time("departureTime");
            checkCity(leg.object("departureAddress"), type);
            checkCity(leg.object("arrivalAddress"), type);
            leg.text("carrierNo", 64);
            leg.optionalTime("arrivalTime");
            leg.optionalText("carrierName", 128);
            leg.optionalOneOf("classType", Set.of("FIRSTLEVEL", "SECONDLEVEL", "THIRDLEVEL"));
            leg.optionalText("departureAirportCode", 8);
            leg.optionalText("arrivalAirportCode", 8);
        }
        transit.list("passengers", 100);
    }

    private static void checkCity(Fields address, String transitType) {
        String city = address.text("city", 32);
        if (transitType.equals("FLIGHT") && !city.matches("[A-Z]{3}")) {
            throw address.illegal("city", "must be a three-letter IATA code for a FLIGHT");
        }
    }
}
