package com.tillhouse.admin.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser said it is, in a few words. It may say anything, so this is a hint and no more. */
final class DeviceWord {
    /** The first that fits: many browsers name others as well. */
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("FxiOS/", "Firefox");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("CriOS/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "Mac");
        SYSTEMS.put("CrOS", "Chromebook");
        SYSTEMS.put("Linux", "Linux");
    }

    private DeviceWord() {}

    static String of(@Nullable String agent) {
        if (agent == null || agent.isBlank()) {
            return "Unknown browser";
        }
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser.isEmpty()) {
            return system.isEmpty() ? "Unknown browser" : "Browser on " + system;
        }
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(Map<String, String> words, String agent) {
        return words.entrySet().stream()
                .filter(word -> agent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
