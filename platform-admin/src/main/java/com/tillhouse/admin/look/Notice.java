package com.tillhouse.admin.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where a list or a page would be: nothing there yet, nothing found, something broke. */
public final class Notice extends Div {
    public Notice(String title, String text, Component... actions) {
        addClassName("notice");
        getElement().setAttribute("role", "status");
        add(new H2(title), new Paragraph(text));
        add(actions);
    }
}
