package com.tillhouse.admin.look;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The product's name and sign. */
public final class Mark extends Span {
    public Mark() {
        addClassName("mark");
        Image sign = new Image("icon.svg", "");
        sign.addClassName("mark-sign");
        add(sign, new Span("Tillhouse"));
    }
}
