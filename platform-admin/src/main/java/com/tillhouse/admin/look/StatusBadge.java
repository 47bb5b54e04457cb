package com.tillhouse.admin.look;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A status in plain words, with a colour that repeats what the words say. */
public final class StatusBadge extends Span {
    public StatusBadge(StatusWord status) {
        super(status.text());
        addClassNames("badge", "badge-" + status.tone().name().toLowerCase(Locale.ROOT));
        getElement().setAttribute("data-testid", "status");
    }
}
