package com.tillhouse.core.adapter.antom.page;

import static com.tillhouse.core.adapter.antom.page.OrderMapper.given;

import com.alipay.global.api.model.ams.Address;
import com.alipay.global.api.model.ams.DeliveryEstimate;
import com.alipay.global.api.model.ams.DeliveryEstimateInfo;
import com.alipay.global.api.model.ams.Shipping;
import com.alipay.global.api.model.ams.UserName;
import com.tillhouse.core.checkout.domain.order.DeliveryTime;
import com.tillhouse.core.checkout.domain.order.PersonName;

/** Puts names, addresses and shipping into Antom's words. */
final class DeliveryMapper {
    private DeliveryMapper() {}

    static UserName name(PersonName from) {
        UserName to = new UserName();
        to.setFullName(from.fullName());
        to.setFirstName(from.firstName());
        to.setMiddleName(from.middleName());
        to.setLastName(from.lastName());
        return to;
    }

    static Address address(com.tillhouse.core.checkout.domain.order.Address from) {
        Address to = new Address();
        to.setRegion(from.region());
        to.setState(from.state());
        to.setCity(from.city());
        to.setAddress1(from.address1());
        to.setAddress2(from.address2());
        to.setZipCode(from.zipCode());
        to.setLabel(from.label());
        return to;
    }

    static Shipping shipping(com.tillhouse.core.checkout.domain.order.Shipping from) {
        Shipping to = new Shipping();
        to.setShippingName(given(from.name(), DeliveryMapper::name));
        to.setShippingAddress(given(from.address(), DeliveryMapper::address));
        to.setShippingCarrier(from.carrier());
        to.setShippingPhoneNo(from.phone());
        to.setShipToEmail(from.email());
        to.setShippingFeeId(from.feeId());
        to.setShippingFee(OrderMapper.amount(from.fee()));
        to.setShippingDescription(from.description());
        to.setDeliveryEstimate(given(from.deliveryEstimate(), DeliveryMapper::estimate));
        return to;
    }

    private static DeliveryEstimate estimate(com.tillhouse.core.checkout.domain.order.DeliveryEstimate from) {
        return new DeliveryEstimate(
                given(from.minimum(), DeliveryMapper::time), given(from.maximum(), DeliveryMapper::time));
    }

    private static DeliveryEstimateInfo time(DeliveryTime from) {
        return new DeliveryEstimateInfo(from.unit(), from.value());
    }
}
