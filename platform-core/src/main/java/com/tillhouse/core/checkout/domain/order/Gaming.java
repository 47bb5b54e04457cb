package com.tillhouse.core.checkout.domain.order;

import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** A game whose balance the buyer tops up. */
public record Gaming(
        @Nullable String gameName,
        @Nullable String toppedUpUser,
        @Nullable String toppedUpEmail,
        @Nullable String toppedUpPhoneNo) {

    void check(String at, Violations found) {
        found.optionalText(at + "/game_name", gameName, 128);
        found.optionalText(at + "/topped_up_user", toppedUpUser, 128);
        found.optionalText(at + "/topped_up_email", toppedUpEmail, 64);
        found.optionalPhone(at + "/topped_up_phone_no", toppedUpPhoneNo, 24);
    }
}
