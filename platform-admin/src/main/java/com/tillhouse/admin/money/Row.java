package com.tillhouse.admin.money;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

/** One line of a list: a link to the object, so that it works by keyboard, in a new tab and on a phone. */
final class Row extends ListItem {
    private final Anchor link;

    Row(String href, String id) {
        link = new Anchor(href);
        link.addClassName("row");
        link.getElement().setAttribute("data-testid", "row").setAttribute("data-id", id);
        add(link);
    }

    /** A cell; the class says where it goes on a wide and on a narrow screen. */
    Row cell(String place, Component... content) {
        Div cell = new Div(content);
        cell.addClassNames("cell", "cell-" + place);
        link.add(cell);
        return this;
    }

    /** The main cell: what it is called, and a second, quieter line. */
    Row name(String first, String second) {
        Span name = new Span(first);
        name.addClassName("row-name");
        name.setTitle(first);
        Span under = new Span(second);
        under.addClassName("row-under");
        under.setTitle(second);
        return cell("name", name, under);
    }
}
