package com.tillhouse.admin.trail;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One thing that happened: when, whose deed, what, and the codes to look it up by. */
final class TimeLineItem extends ListItem {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss.SSS (VV, xxx)", Locale.ENGLISH);

    TimeLineItem(Instant at, ZoneId zone, Sentence sentence) {
        addClassNames("trail-item", "trail-" + sentence.tone().name().toLowerCase(Locale.ROOT));
        getElement()
                .setAttribute("data-testid", "trail-item")
                .setAttribute("data-who", sentence.who().name().toLowerCase(Locale.ROOT));
        Element time = new Element("time")
                .setText(TIME.format(at.atZone(zone)))
                .setAttribute("datetime", at.toString())
                .setAttribute("title", FULL.format(at.atZone(zone)));
        time.getClassList().add("trail-time");
        getElement().appendChild(time);
        Span who = new Span(sentence.who().word());
        who.addClassName("trail-who");
        Paragraph text = new Paragraph(sentence.text());
        text.addClassName("trail-text");
        Div told = new Div(who, text);
        told.addClassName("trail-told");
        if (!sentence.codes().isEmpty()) {
            told.add(codes(sentence));
        }
        add(told);
    }

    private static Div codes(Sentence sentence) {
        Div codes = new Div();
        codes.addClassName("trail-codes");
        sentence.codes().forEach(text -> {
            Span code = new Span(text);
            code.addClassName("code");
            codes.add(code);
        });
        return codes;
    }
}
