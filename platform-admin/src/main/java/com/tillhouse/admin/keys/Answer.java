package com.tillhouse.admin.keys;

import com.vaadin.flow.component.html.Paragraph;

/** What came of a click, where it was clicked; not there until something is to be said. */
final class Answer extends Paragraph {

    Answer(String id) {
        addClassName("alarm");
        setId(id);
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(String text) {
        setText(text);
        setVisible(true);
    }
}
