package com.tillhouse.admin.settings;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** Leads from one page of a business's settings to another. */
final class SettingsTabs extends Nav {
    SettingsTabs(String slug, String current) {
        addClassName("settings-tabs");
        getElement().setAttribute("aria-label", "Settings");
        add(tab(slug, "checkout", "Checkout", current), tab(slug, "security", "Security", current));
    }

    private static Anchor tab(String slug, String path, String title, String current) {
        Anchor tab = new Anchor("t/" + slug + "/settings/" + path, title);
        tab.setId("settings-" + path);
        if (path.equals(current)) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }
}
