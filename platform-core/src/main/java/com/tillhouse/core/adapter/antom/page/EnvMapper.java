package com.tillhouse.core.adapter.antom.page;

import static com.tillhouse.core.adapter.antom.page.OrderMapper.given;

import com.alipay.global.api.model.ams.BrowserInfo;
import com.alipay.global.api.model.ams.Env;
import com.alipay.global.api.model.ams.OsType;
import com.alipay.global.api.model.ams.TerminalType;
import com.tillhouse.core.checkout.domain.page.Device;
import com.tillhouse.core.checkout.domain.page.Terminal;

/** Puts what the buyer sits at into Antom's {@code env}. */
final class EnvMapper {
    private EnvMapper() {}

    static Env env(Terminal terminal) {
        Env env = new Env();
        env.setTerminalType(TerminalType.valueOf(terminal.terminalType()));
        env.setOsType(given(terminal.osType(), OsType::valueOf));
        if (terminal.device() != null) {
            describe(env, terminal.device());
        }
        return env;
    }

    private static void describe(Env env, Device device) {
        env.setUserAgent(device.userAgent());
        env.setDeviceTokenId(device.deviceTokenId());
        env.setClientIp(device.clientIp());
        env.setCookieId(device.cookieId());
        env.setBrowserInfo(given(device.browser(), EnvMapper::browser));
        env.setColorDepth(device.colorDepth());
        env.setScreenHeight(device.screenHeight());
        env.setScreenWidth(device.screenWidth());
        env.setTimeZoneOffset(device.timeZoneOffset());
        env.setDeviceBrand(device.deviceBrand());
        env.setDeviceModel(device.deviceModel());
        env.setDeviceLanguage(device.deviceLanguage());
        env.setDeviceId(device.deviceId());
        env.setExtendInfo(device.extendInfo());
    }

    private static BrowserInfo browser(Device.Browser from) {
        BrowserInfo to = new BrowserInfo();
        to.setAcceptHeader(from.acceptHeader());
        to.setJavaEnabled(from.javaEnabled());
        to.setJavaScriptEnabled(from.javaScriptEnabled());
        to.setLanguage(from.language());
        to.setUserAgent(from.userAgent());
        return to;
    }
}
