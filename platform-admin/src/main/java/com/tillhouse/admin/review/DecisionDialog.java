package com.tillhouse.admin.review;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.core.approval.domain.ProposalOverException;
import com.tillhouse.core.review.DecideReviewCommand;
import com.tillhouse.core.review.ReviewChangedException;
import com.tillhouse.core.review.ReviewResource;
import com.tillhouse.core.tenant.NotPermittedException;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Asks a member what became of it, and why it says so. */
final class DecisionDialog extends Dialog {
    private static final int SHOWN_FOR_MILLIS = 4_000;

    private final transient ReviewDesk desk;
    private final transient Matter matter;
    private final RadioButtonGroup<Option> choice = new RadioButtonGroup<>();
    private final TextArea note = new TextArea("Note");
    private final Paragraph trouble = new Paragraph();
    private final Button decide = new Button("Decide", click -> decide());
    private final Button close = new Button("Not now", click -> close());

    DecisionDialog(ReviewDesk desk, Matter matter, ReviewResource review) {
        this.desk = desk;
        this.matter = matter;
        setWidth("36rem");
        setMaxWidth("96vw");
        String object = matter.kind() == Matter.Kind.PAYMENT ? "payment" : "refund";
        setHeaderTitle("Decide about this " + object);
        Paragraph why = new Paragraph(AmountText.of(matter.amount()) + " · " + review.explanation());
        why.addClassName("muted");
        setUpChoice();
        setUpNote();
        trouble.addClassName("alarm");
        trouble.setId("decision-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        Div body = new Div(why, choice, note, trouble);
        body.addClassName("decision");
        add(body);
        decide.setId("decision-confirm");
        decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        decide.setDisableOnClick(true);
        close.setId("decision-close");
        getFooter().add(close, decide);
    }

    private void setUpChoice() {
        choice.setId("decision-choice");
        choice.setLabel("What do you know of it?");
        choice.setItems(desk.options(matter));
        choice.setItemLabelGenerator(Option::text);
        choice.setRenderer(new ComponentRenderer<>(DecisionDialog::described));
        choice.setRequiredIndicatorVisible(true);
        choice.setErrorMessage("Choose one.");
    }

    private static Div described(Option option) {
        Span text = new Span(option.text());
        text.addClassName("option-text");
        Span meaning = new Span(option.meaning());
        meaning.addClassName("option-meaning");
        Div both = new Div(text, meaning);
        both.addClassName("option");
        return both;
    }

    private void setUpNote() {
        note.setId("decision-note");
        note.setMaxLength(DecideReviewCommand.LONGEST_NOTE);
        note.setRequiredIndicatorVisible(true);
        note.setHelperText("Who told you, and where it can be read up. Kept with your name, and can’t be changed.");
        note.setErrorMessage("Write a sentence, so that others can follow.");
        note.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        note.setMinRows(2);
        note.setMaxRows(6);
    }

    private void decide() {
        decide.setEnabled(true);
        Option option = choice.getValue();
        String written = note.getValue().strip().replaceAll("\\s+", " ");
        choice.setInvalid(option == null);
        note.setInvalid(written.isEmpty());
        if (option == null || written.isEmpty()) {
            return;
        }
        desk.whenMayDecide(option, () -> carryOut(option, written));
    }

    private void carryOut(Option option, String written) {
        try {
            String done = desk.decide(matter, option, written);
            close();
            Notification.show(done, SHOWN_FOR_MILLIS, Notification.Position.BOTTOM_START);
            UI.getCurrent().refreshCurrentRoute(true);
        } catch (ReviewChangedException | NotPermittedException | ProposalOverException e) {
            tooLate(e.detail());
        }
    }

    /** Nothing more can be decided here; closing shows how it stands now. */
    private void tooLate(String why) {
        trouble.setText(why);
        trouble.setVisible(true);
        choice.setReadOnly(true);
        note.setReadOnly(true);
        decide.setVisible(false);
        close.setText("Look again");
        close.addClickListener(click -> UI.getCurrent().refreshCurrentRoute(true));
    }
}
