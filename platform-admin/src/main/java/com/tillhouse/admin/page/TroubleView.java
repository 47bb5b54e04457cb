package com.tillhouse.admin.page;

import com.tillhouse.admin.look.Mark;
import com.tillhouse.admin.look.Notice;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be made. The number it shows is in the log beside the cause. */
@AnonymousAllowed
class TroubleView extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(TroubleView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = UUID.randomUUID().toString();
        LOG.error("page {} failed, reference {}", event.getLocation().getPath(), reference, parameter.getException());
        removeAll();
        addClassName("sign-in");
        setId("trouble");
        Anchor again = new Anchor(event.getLocation().getPathWithQueryParameters(), "Try again");
        again.addClassName("primary");
        again.setRouterIgnore(true);
        Div card = new Div(new Notice(
                "That didn’t work",
                "We couldn’t open this page. Try again; if it stays, tell us this number: " + reference,
                again));
        card.addClassName("sign-in-card");
        add(new Mark(), card);
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    @Override
    public String getPageTitle() {
        return "That didn’t work · Tillhouse";
    }
}
