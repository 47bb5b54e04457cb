package com.tillhouse.admin.page;

import com.tillhouse.admin.access.SecondFactorDueException;
import com.tillhouse.core.audit.domain.SecondFactorRequiredException;
import com.tillhouse.core.shared.NotFoundException;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What happens when a click fails: a member who lost access sees the not-found page, all else is logged under the number that is shown. */
@Component
class ActTrouble implements VaadinServiceInitListener, ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ActTrouble.class);
    private static final int SHOWN_FOR_MILLIS = 10_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(started -> started.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        UI ui = UI.getCurrent();
        if (ui != null
                && (event.getThrowable() instanceof NotFoundException
                        || event.getThrowable() instanceof SecondFactorDueException)) {
            ui.getPage().reload();
            return;
        }
        if (ui != null && event.getThrowable() instanceof SecondFactorRequiredException refused) {
            Notification.show(refused.detail(), SHOWN_FOR_MILLIS, Notification.Position.MIDDLE)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
            return;
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("an act failed, reference {}", reference, event.getThrowable());
        if (ui != null) {
            Notification.show(
                            "That didn’t work. If it stays, tell us this number: " + reference,
                            SHOWN_FOR_MILLIS,
                            Notification.Position.MIDDLE)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
    }
}
