package com.tillhouse.core.adapter.antom.page;

import com.alipay.global.api.model.ams.Amount;
import com.alipay.global.api.model.ams.Buyer;
import com.alipay.global.api.model.ams.Gaming;
import com.alipay.global.api.model.ams.Goods;
import com.alipay.global.api.model.ams.Lodging;
import com.alipay.global.api.model.ams.Order;
import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.shared.Money;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts what is bought, and by whom, into Antom's {@code order}. */
final class OrderMapper {
    private OrderMapper() {}

    static Order order(SessionOrigin origin) {
        OrderDetails details = origin.details();
        Order order = new Order();
        order.setReferenceOrderId(origin.orderReference());
        order.setOrderDescription(details.description());
        order.setOrderAmount(FieldMapper.amount(origin.amount()));
        order.setGoods(listed(details.goods(), OrderMapper::goods));
        order.setBuyer(given(details.buyer(), OrderMapper::buyer));
        order.setShipping(given(details.shipping(), DeliveryMapper::shipping));
        order.setTransit(given(details.transit(), TransitMapper::transit));
        order.setLodging(given(details.lodging(), OrderMapper::lodging));
        order.setGaming(given(details.gaming(), OrderMapper::gaming));
        order.setMerchant(given(details.merchant(), MerchantMapper::merchant));
        order.setNeedDeclaration(details.needDeclaration());
        order.setExtendInfo(details.extendInfo());
        return order;
    }

    /** Applies the mapping, or leaves the field out. */
    static <A, B> @Nullable B given(@Nullable A value, Function<A, B> mapping) {
        return value == null ? null : mapping.apply(value);
    }

    /** Maps a list; an empty one is left out. */
    static <A, B> @Nullable List<B> listed(List<A> values, Function<A, B> mapping) {
        return values.isEmpty() ? null : values.stream().map(mapping).toList();
    }

    static @Nullable Amount amount(@Nullable Money money) {
        return money == null ? null : FieldMapper.amount(money);
    }

    private static Goods goods(com.tillhouse.core.checkout.domain.order.Goods from) {
        Goods to = new Goods();
        to.setReferenceGoodsId(from.reference());
        to.setGoodsName(from.name());
        to.setGoodsUnitAmount(amount(from.unitAmount()));
        to.setGoodsQuantity(given(from.quantity(), String::valueOf));
        to.setGoodsCategory(from.category());
        to.setGoodsBrand(from.brand());
        to.setGoodsSkuName(from.skuName());
        to.setGoodsUrl(from.url());
        to.setGoodsImageUrl(from.imageUrl());
        to.setDeliveryMethodType(from.deliveryMethodType());
        to.setPriceId(from.priceId());
        return to;
    }

    private static Buyer buyer(com.tillhouse.core.checkout.domain.order.Buyer from) {
        Buyer to = new Buyer();
        to.setReferenceBuyerId(from.reference());
        to.setBuyerName(given(from.name(), DeliveryMapper::name));
        to.setBuyerPhoneNo(from.phone());
        to.setBuyerEmail(from.email());
        to.setBuyerRegistrationTime(from.registrationTime());
        to.setIsAccountVerified(from.verified());
        to.setSuccessfulOrderCount(from.successfulOrderCount());
        return to;
    }

    private static Lodging lodging(com.tillhouse.core.checkout.domain.order.Lodging from) {
        Stay to = new Stay(from.checkInDate(), from.checkOutDate());
        to.setHotelName(from.hotelName());
        to.setHotelAddress(given(from.hotelAddress(), DeliveryMapper::address));
        to.setNumberOfNights(from.numberOfNights());
        to.setNumberOfRooms(from.numberOfRooms());
        to.setGuestNames(listed(from.guestNames(), DeliveryMapper::name));
        return to;
    }

    private static Gaming gaming(com.tillhouse.core.checkout.domain.order.Gaming from) {
        return new Gaming(from.gameName(), from.toppedUpUser(), from.toppedUpEmail(), from.toppedUpPhoneNo());
    }
}
