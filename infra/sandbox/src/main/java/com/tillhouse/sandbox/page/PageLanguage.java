package com.tillhouse.sandbox.page;

import java.util.Locale;
import java.util.Set;

/** Picks the page's language: the merchant's wish, else the browser's, else English. */
final class PageLanguage {

    private static final Set<String> SPOKEN = Set.of("en", "de", "zh");

    private PageLanguage() {}

    static Locale of(String wish, Locale browser) {
        Locale wanted =
                wish.isBlank() || wish.equals("automatic") ? browser : Locale.forLanguageTag(wish.replace('_', '-'));
        return SPOKEN.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }
}
