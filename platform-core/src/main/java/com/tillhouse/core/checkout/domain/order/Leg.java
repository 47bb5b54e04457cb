package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One leg of a journey. Departure time, both cities and the carrier's number are mandatory (Antom: order.transit). */
public record Leg(
        @Nullable String departureTime,
        @Nullable String arrivalTime,
        @Nullable Address departureAddress,
        @Nullable Address arrivalAddress,
        @Nullable String carrierName,
        @Nullable String carrierNo,
        @Nullable String classType,
        @Nullable String departureAirportCode,
        @Nullable String arrivalAirportCode) {
    private static final Set<String> CLASSES = Set.of("FIRSTLEVEL", "SECONDLEVEL", "THIRDLEVEL");

    private static void city(String at, @Nullable Address address, Violations found) {
        found.text(at + "/city", address == null ? null : address.city(), 32);
        if (address != null) {
            address.check(at, found);
        }
    }

    void check(String at, Violations found) {
        found.text(at + "/departure_time", departureTime, 64);
        found.optionalTime(at + "/departure_time", departureTime);
        found.optionalTime(at + "/arrival_time", arrivalTime);
        city(at + "/departure_address", departureAddress, found);
        city(at + "/arrival_address", arrivalAddress, found);
        found.text(at + "/carrier_no", carrierNo, 64);
        found.optionalText(at + "/carrier_name", carrierName, 128);
        found.optionalWord(at + "/class_type", classType, CLASSES);
        found.optionalText(at + "/departure_airport_code", departureAirportCode, 8);
        found.optionalText(at + "/arrival_airport_code", arrivalAirportCode, 8);
    }
}
