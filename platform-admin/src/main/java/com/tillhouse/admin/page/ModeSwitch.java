package com.tillhouse.admin.page;

import com.tillhouse.core.shared.Mode;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import java.util.Locale;

/** Leads to the same list in the other mode. Ids belong to one mode, so from one object it leads to the list. */
final class ModeSwitch extends Div {
    private static final int LIST_DEPTH = 3;

    ModeSwitch(String slug, String section, Location location) {
        addClassName("mode-switch");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Mode");
        String current = mode(location);
        boolean list = location.getSegments().size() <= LIST_DEPTH;
        for (Mode mode : Mode.values()) {
            String word = word(mode);
            String query =
                    list ? location.getQueryParameters().merging("mode", word).getQueryString() : "mode=" + word;
            Anchor link = new Anchor("t/" + slug + "/" + section + "?" + query, mode.live() ? "Live" : "Test");
            link.addClassName("mode-" + word);
            link.setId("mode-" + word);
            if (word.equals(current)) {
                link.getElement().setAttribute("aria-current", "true");
            }
            add(link);
        }
    }

    /** The mode that an address asks for; test unless it says live. */
    static String mode(Location location) {
        String live = word(Mode.LIVE);
        boolean asked = location.getQueryParameters()
                .getSingleParameter("mode")
                .filter(live::equals)
                .isPresent();
        return asked ? live : word(Mode.TEST);
    }

    private static String word(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
