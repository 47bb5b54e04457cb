package com.tillhouse.admin.look;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What is known of the browser that looks. */
public final class Viewer {
    private Viewer() {}

    /** The browser's time zone; UTC when it did not say. */
    public static ZoneId zone() {
        ExtendedClientDetails details = UI.getCurrent().getPage().getExtendedClientDetails();
        String name = details == null ? null : details.getTimeZoneId();
        try {
            return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
