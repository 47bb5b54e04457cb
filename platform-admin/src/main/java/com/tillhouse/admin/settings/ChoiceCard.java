package com.tillhouse.admin.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;

/** One rule with what it can be, each in plain words. One is always chosen. */
final class ChoiceCard<T> extends Section {
    private final RadioButtonGroup<Item<T>> group = new RadioButtonGroup<>();

    /** What the rule can be, and what follows from it. */
    record Item<T>(T value, String text, String meaning) {}

    ChoiceCard(String id, String question, List<Item<T>> items, T chosen) {
        addClassNames("card", "choice-card");
        group.setId(id);
        group.setAriaLabel(question);
        group.setItems(items);
        group.setItemLabelGenerator(Item::text);
        group.setRenderer(new ComponentRenderer<>(ChoiceCard::described));
        items.stream().filter(item -> item.value().equals(chosen)).findFirst().ifPresent(group::setValue);
        add(new H2(question), group);
    }

    private static <T> Div described(Item<T> item) {
        Span text = new Span(item.text());
        text.addClassName("option-text");
        Span meaning = new Span(item.meaning());
        meaning.addClassName("option-meaning");
        Div both = new Div(text, meaning);
        both.addClassName("option");
        return both;
    }

    T chosen() {
        return group.getValue().value();
    }

    void freeze() {
        group.setReadOnly(true);
    }
}
