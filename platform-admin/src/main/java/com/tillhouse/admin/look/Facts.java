package com.tillhouse.admin.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A titled card of names and values; what is not known is left out. */
public final class Facts extends Section {
    private final DescriptionList list = new DescriptionList();

    public Facts(String title) {
        addClassName("card");
        list.addClassName("facts");
        add(new H2(title), list);
    }

    /** Names and values without a title, to stand inside another card. */
    public Facts() {
        list.addClassName("facts");
        add(list);
    }

    /** A value in words. */
    public Facts text(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : put(name, new Span(value));
    }

    /** An id or code, to be copied. */
    public Facts code(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        Span code = new Span(value);
        code.addClassName("code");
        return put(name, code);
    }

    /** Any other value. */
    public Facts put(String name, @Nullable Component value) {
        if (value != null) {
            Div pair = new Div(new DescriptionList.Term(name), new DescriptionList.Description(value));
            list.add(pair);
        }
        return this;
    }

    /** True when nothing was known. */
    public boolean empty() {
        return list.getChildren().findAny().isEmpty();
    }
}
