package com.tillhouse.admin.page;

import com.tillhouse.admin.access.SecondFactorDueException;
import com.tillhouse.admin.access.StepUp;
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

/** What a member sees of a business that wants a second factor of everybody, until it has one. */
@AnonymousAllowed
class SecondFactorDueView extends Main implements HasErrorParameter<SecondFactorDueException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<SecondFactorDueException> parameter) {
        removeAll();
        addClassName("sign-in");
        setId("second-factor-due");
        Anchor add = new Anchor(StepUp.SECURITY_PAGE, "Add one");
        add.addClassName("primary");
        Div card = new Div(new Notice(
                "Add a second factor",
                parameter.getException().business()
                        + " wants one of everybody. Adding an authenticator app or a passkey takes a minute.",
                add));
        card.addClassName("sign-in-card");
        add(new Mark(), card);
        return HttpStatusCode.FORBIDDEN.getCode();
    }

    @Override
    public String getPageTitle() {
        return "Add a second factor · Tillhouse";
    }
}
