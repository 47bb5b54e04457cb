package com.tillhouse.admin.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** One kind of proof: what it is, how it stands, what can be done about it. */
final class FactorCard extends Section {
    FactorCard(String title, String standing, boolean good, String explanation, Component... acts) {
        addClassNames("card", "factor-card");
        Span mark = new Span(standing);
        mark.addClassNames("badge", good ? "badge-good" : "badge-quiet");
        Div head = new Div(new H2(title), mark);
        head.addClassName("factor-head");
        Paragraph text = new Paragraph(explanation);
        text.addClassName("muted");
        Div end = new Div(acts);
        end.addClassName("factor-acts");
        add(head, text, end);
    }
}
