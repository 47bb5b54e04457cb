package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A journey the buyer pays for: flight, train, cruise or coach. */
public record Transit(@Nullable String transitType, List<Leg> legs, List<Passenger> passengers) {
    private static final Set<String> TYPES = Set.of("FLIGHT", "TRAIN", "CRUISE", "COACH");

    public Transit {
        legs = legs == null ? List.of() : List.copyOf(legs);
        passengers = passengers == null ? List.of() : List.copyOf(passengers);
    }

    void check(String at, Violations found) {
        found.text(at + "/transit_type", transitType, 16);
        found.optionalWord(at + "/transit_type", transitType, TYPES);
        found.require(!legs.isEmpty(), at + "/legs", "required", "must have at least one leg.");
        found.atMost(at + "/legs", legs, 10);
        for (int i = 0; i < legs.size(); i++) {
            legs.get(i).check(at + "/legs/" + i, found);
        }
        found.atMost(at + "/passengers", passengers, 100);
        for (int i = 0; i < passengers.size(); i++) {
            passengers.get(i).check(at + "/passengers/" + i, found);
        }
    }
}
