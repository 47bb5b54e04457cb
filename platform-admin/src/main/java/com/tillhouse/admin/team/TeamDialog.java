package com.tillhouse.admin.team;

import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.PlatformException;
import com.tillhouse.core.shared.Violation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.util.stream.Collectors;

/** Asks before something about the team changes, and says what is in the way when it can't. */
final class TeamDialog extends Dialog {
    private static final int SHOWN_FOR_MILLIS = 4_000;

    private final Paragraph trouble = new Paragraph();

    TeamDialog(String title, String lead, Component... parts) {
        setHeaderTitle(title);
        setWidth("32rem");
        setMaxWidth("96vw");
        Paragraph what = new Paragraph(lead);
        what.addClassName("muted");
        trouble.addClassName("alarm");
        trouble.setId("team-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        Div body = new Div(what);
        body.addClassName("decision");
        body.add(parts);
        body.add(trouble);
        add(body);
    }

    /** The one thing it can do. Whatever the platform says against it is shown, and the dialog stays. */
    TeamDialog doing(String text, ButtonVariant variant, String done, Runnable act) {
        Button go = new Button(text);
        go.setId("team-confirm");
        go.addThemeVariants(variant);
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            go.setEnabled(true);
            act(done, act);
        });
        Button close = new Button("Not now", click -> close());
        close.setId("team-close");
        getFooter().add(close, go);
        return this;
    }

    private void act(String done, Runnable act) {
        try {
            act.run();
            close();
            Notification.show(done, SHOWN_FOR_MILLIS, Notification.Position.BOTTOM_START);
            UI.getCurrent().refreshCurrentRoute(true);
        } catch (InvalidRequestException e) {
            show(e.violations().stream().map(Violation::detail).collect(Collectors.joining(" ")));
        } catch (PlatformException e) {
            show(e.detail());
        }
    }

    private void show(String what) {
        trouble.setText(what);
        trouble.setVisible(true);
    }
}
