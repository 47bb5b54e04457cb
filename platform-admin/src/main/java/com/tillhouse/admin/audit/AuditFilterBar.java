package com.tillhouse.admin.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Narrows the trail by action and period. Tells every change by the query it would lead to. */
final class AuditFilterBar extends Div {
    private final Select<String> action = new Select<>();
    private final DatePicker from = new DatePicker("From");
    private final DatePicker to = new DatePicker("To");
    private final Button clear = new Button("Clear filters");
    private final transient Consumer<AuditQuery> changed;
    private transient AuditQuery shown;
    private boolean showing;

    AuditFilterBar(AuditQuery first, Consumer<AuditQuery> changed) {
        this.changed = changed;
        this.shown = first;
        addClassNames("filters", "filter-fields", "open", "audit-filters");
        List<String> words = new ArrayList<>(List.of(""));
        words.addAll(ActionWords.all().keySet());
        action.setId("filter-action");
        action.setLabel("Action");
        action.setItems(words);
        action.setItemLabelGenerator(word -> ActionWords.all().getOrDefault(word, "Any action"));
        action.addValueChangeListener(event -> tell());
        setUpDay(from, "filter-from");
        setUpDay(to, "filter-to");
        to.setErrorMessage("Must not be before From.");
        clear.setId("filter-clear");
        clear.addClassName("quiet-button");
        clear.addClickListener(click -> changed.accept(shown.unfiltered()));
        add(action, from, to, clear);
        show(first);
    }

    /** Puts the query into the fields; tells nobody. */
    void show(AuditQuery query) {
        shown = query;
        showing = true;
        action.setValue(query.action() == null ? "" : query.action());
        from.setValue(query.from());
        to.setValue(query.to());
        showing = false;
        to.setInvalid(query.backwards());
        clear.setVisible(query.filtered());
    }

    private void setUpDay(DatePicker day, String id) {
        day.setId(id);
        day.setClearButtonVisible(true);
        day.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormat("yyyy-MM-dd")
                .setFirstDayOfWeek(1)
                .setBadInputErrorMessage("Write the day as 2026-11-30."));
        day.setPlaceholder("yyyy-mm-dd");
        day.addValueChangeListener(event -> tell());
    }

    private void tell() {
        String word = action.getValue();
        AuditQuery wanted = new AuditQuery(
                shown.mode(), word == null || word.isEmpty() ? null : word, from.getValue(), to.getValue());
        if (!showing && !wanted.equals(shown)) {
            changed.accept(wanted);
        }
    }
}
