package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stay the buyer pays for. */
public record Lodging(
        @Nullable String hotelName,
        @Nullable Address hotelAddress,
        @Nullable String checkInDate,
        @Nullable String checkOutDate,
        @Nullable Integer numberOfNights,
        @Nullable Integer numberOfRooms,
        List<PersonName> guestNames) {
    public Lodging {
        guestNames = guestNames == null ? List.of() : List.copyOf(guestNames);
    }

    void check(String at, Violations found) {
        found.optionalText(at + "/hotel_name", hotelName, 128);
        if (hotelAddress != null) {
            hotelAddress.check(at + "/hotel_address", found);
        }
        found.optionalTime(at + "/check_in_date", checkInDate);
        found.optionalTime(at + "/check_out_date", checkOutDate);
        found.atMost(at + "/guest_names", guestNames, 100);
        for (int i = 0; i < guestNames.size(); i++) {
            guestNames.get(i).check(at + "/guest_names/" + i, found);
        }
    }
}
