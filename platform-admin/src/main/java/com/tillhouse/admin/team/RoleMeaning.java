package com.tillhouse.admin.team;

import com.tillhouse.admin.look.RoleWord;
import com.tillhouse.core.tenant.Role;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;

/** What a role is called, and what it may do. */
final class RoleMeaning {
    private RoleMeaning() {}

    /** For example {@code Developer}. */
    static String title(Role role) {
        String word = RoleWord.of(role);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String meaning(Role role) {
        return switch (role) {
            case OWNER -> "Everything, the team included.";
            case DEVELOPER -> "Keys, webhooks, API clients, checkout rules and the audit trail.";
            case FINANCE -> "Money: refunds, reports, what needs a decision.";
            case SUPPORT -> "Looks payments up for customers.";
            case VIEWER -> "Looks, changes nothing.";
        };
    }

    /** All roles, one of them chosen. */
    static RadioButtonGroup<Role> choice(Role chosen) {
        RadioButtonGroup<Role> group = new RadioButtonGroup<>("Role");
        group.setId("role");
        group.setItems(Role.values());
        group.setItemLabelGenerator(RoleMeaning::title);
        group.setRenderer(new ComponentRenderer<>(RoleMeaning::described));
        group.setValue(chosen);
        return group;
    }

    private static Div described(Role role) {
        Span text = new Span(title(role));
        text.addClassName("option-text");
        Span meaning = new Span(meaning(role));
        meaning.addClassName("option-meaning");
        Div both = new Div(text, meaning);
        both.addClassName("option");
        return both;
    }
}
