package com.tillhouse.core.checkout.domain.page;

import com.tillhouse.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** The buyer's device as the merchant's own pages see it; helps Antom's risk checks. */
public record Device(
        @Nullable String userAgent,
        @Nullable String deviceTokenId,
        @Nullable String clientIp,
        @Nullable String cookieId,
        @Nullable Browser browser,
        @Nullable String colorDepth,
        @Nullable String screenHeight,
        @Nullable String screenWidth,
        @Nullable Integer timeZoneOffset,
        @Nullable String deviceBrand,
        @Nullable String deviceModel,
        @Nullable String deviceLanguage,
        @Nullable String deviceId,
        @Nullable String extendInfo) {

    private static final int FURTHEST_OFFSET = 720;

    void check(String at, Violations found) {
        found.optionalText(at + "/user_agent", userAgent, 2048);
        found.optionalText(at + "/device_token_id", deviceTokenId, 64);
        found.optionalText(at + "/client_ip", clientIp, 64);
        found.optionalText(at + "/cookie_id", cookieId, 128);
        if (browser != null) {
            browser.check(at + "/browser", found);
        }
        found.optionalText(at + "/color_depth", colorDepth, 16);
        found.optionalText(at + "/screen_height", screenHeight, 16);
        found.optionalText(at + "/screen_width", screenWidth, 16);
        found.require(
                timeZoneOffset == null || Math.abs(timeZoneOffset) <= FURTHEST_OFFSET,
                at + "/time_zone_offset",
                "out_of_range",
                "must be -720 to 720 minutes.");
        found.optionalText(at + "/device_brand", deviceBrand, 64);
        found.optionalText(at + "/device_model", deviceModel, 128);
        found.optionalText(at + "/device_language", deviceLanguage, 32);
        found.optionalText(at + "/device_id", deviceId, 128);
        found.optionalText(at + "/extend_info", extendInfo, 2048);
    }

    /** The buyer's browser. */
    public record Browser(
            @Nullable String acceptHeader,
            @Nullable Boolean javaEnabled,
            @Nullable Boolean javaScriptEnabled,
            @Nullable String language,
            @Nullable String userAgent) {

        private void check(String at, Violations found) {
            found.optionalText(at + "/accept_header", acceptHeader, 2048);
            found.optionalText(at + "/language", language, 32);
            found.optionalText(at + "/user_agent", userAgent, 2048);
        }
    }
}
