package com.tillhouse.core.adapter.antom.page;

import static com.tillhouse.core.adapter.antom.page.OrderMapper.given;

import com.alipay.global.api.model.ams.ClassType;
import com.alipay.global.api.model.ams.Leg;
import com.alipay.global.api.model.ams.Passenger;
import com.alipay.global.api.model.ams.Transit;
import com.alipay.global.api.model.ams.TransitType;

/** Puts a journey into Antom's {@code order.transit}. */
final class TransitMapper {
    private TransitMapper() {}

    static Transit transit(com.tillhouse.core.checkout.domain.order.Transit from) {
        Transit to = new Transit();
        to.setTransitType(given(from.transitType(), TransitType::valueOf));
        to.setLegs(OrderMapper.listed(from.legs(), TransitMapper::leg));
        to.setPassengers(OrderMapper.listed(from.passengers(), TransitMapper::passenger));
        return to;
    }

    private static Leg leg(com.tillhouse.core.checkout.domain.order.Leg from) {
        Leg to = new Leg();
        to.setDepartureTime(from.departureTime());
        to.setArrivalTime(from.arrivalTime());
        to.setDepartureAddress(given(from.departureAddress(), DeliveryMapper::address));
        to.setArrivalAddress(given(from.arrivalAddress(), DeliveryMapper::address));
        to.setCarrierName(from.carrierName());
        to.setCarrierNo(from.carrierNo());
        to.setClassType(given(from.classType(), ClassType::valueOf));
        to.setDepartureAirportCode(from.departureAirportCode());
        to.setArrivalAirportCode(from.arrivalAirportCode());
        return to;
    }

    private static Passenger passenger(com.tillhouse.core.checkout.domain.order.Passenger from) {
        return new Passenger(given(from.name(), DeliveryMapper::name), from.email(), from.phone());
    }
}
