package com.tillhouse.admin.money;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Narrows a list. Tells every change by the query it would lead to; shows whatever query it is given. */
final class FilterBar extends Div {
    private final TextField reference = new TextField("Order reference");
    private final Select<String> status = new Select<>();
    private final DatePicker from = new DatePicker("From");
    private final DatePicker to = new DatePicker("To");
    private final Button clear = new Button("Clear filters");
    private final NativeButton unfold = new NativeButton("Filters");
    private final Div fields = new Div(reference, status, from, to, clear);
    private final Consumer<ListQuery> changed;
    private ListQuery shown;
    private boolean showing;

    /** The words of each status come in the order of the list. */
    FilterBar(Map<String, String> statusWords, ListQuery first, Consumer<ListQuery> changed) {
        this.changed = changed;
        this.shown = first;
        addClassName("filters");
        fields.addClassName("filter-fields");
        fields.setId("filter-fields");
        setUpReference();
        setUpStatus(statusWords);
        setUpDay(from, "filter-from");
        setUpDay(to, "filter-to");
        clear.setId("filter-clear");
        clear.addClassName("quiet-button");
        clear.addClickListener(click -> tell(new ListQuery(shown.mode(), null, null, null, null)));
        setUpUnfold();
        add(unfold, fields);
        show(first);
    }

    /** Puts the query into the fields; tells nobody. */
    void show(ListQuery query) {
        shown = query;
        showing = true;
        reference.setValue(query.reference() == null ? "" : query.reference());
        status.setValue(status.getListDataView().contains(orAny(query.status())) ? orAny(query.status()) : "");
        from.setValue(query.from());
        to.setValue(query.to());
        showing = false;
        to.setInvalid(query.backwards());
        clear.setVisible(query.filtered());
        unfold.setText(query.filtered() ? "Filters (on)" : "Filters");
    }

    private void setUpReference() {
        reference.setId("filter-reference");
        reference.setPlaceholder("Exact, such as ORDER-1042");
        reference.setMaxLength(64);
        reference.setClearButtonVisible(true);
        reference.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        reference.addValueChangeListener(event -> tellFields());
    }

    private void setUpStatus(Map<String, String> words) {
        status.setId("filter-status");
        status.setLabel("Status");
        status.setItems(words.keySet());
        status.setItemLabelGenerator(value -> words.getOrDefault(value, ""));
        status.addValueChangeListener(event -> tellFields());
    }

    private void setUpDay(DatePicker day, String id) {
        day.setId(id);
        day.setClearButtonVisible(true);
        day.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormat("yyyy-MM-dd")
                .setFirstDayOfWeek(1)
                .setBadInputErrorMessage("Write the day as 2026-11-30."));
        day.setPlaceholder("yyyy-mm-dd");
        day.addValueChangeListener(event -> tellFields());
    }

    private void setUpUnfold() {
        unfold.setId("filter-unfold");
        unfold.addClassName("filter-unfold");
        unfold.getElement().setAttribute("aria-expanded", "false").setAttribute("aria-controls", "filter-fields");
        unfold.addClickListener(click -> {
            boolean open = !fields.hasClassName("open");
            fields.setClassName("open", open);
            unfold.getElement().setAttribute("aria-expanded", String.valueOf(open));
        });
        to.setErrorMessage("Must not be before From.");
    }

    private void tellFields() {
        String wanted = reference.getValue().strip();
        String word = status.getValue();
        tell(new ListQuery(
                shown.mode(),
                word == null || word.isEmpty() ? null : word,
                wanted.isEmpty() ? null : wanted,
                from.getValue(),
                to.getValue()));
    }

    private void tell(ListQuery query) {
        if (!showing && !query.equals(shown)) {
            changed.accept(query);
        }
    }

    private static String orAny(@Nullable String value) {
        return value == null ? "" : value;
    }
}
