package com.tillhouse.admin.page;

import com.tillhouse.admin.look.Mark;
import com.tillhouse.admin.look.Notice;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;

/** One page for everything that is not there, never was, or belongs to somebody else. */
class NoSuchPage extends Main implements HasDynamicTitle {
    NoSuchPage() {
        addClassName("sign-in");
        setId("no-such-page");
        Anchor home = new Anchor("", "Go to your businesses");
        home.addClassName("primary");
        Div card = new Div(new Notice(
                "Nothing here",
                "This page does not exist, or you can’t see it. Check the address and the mode.",
                home));
        card.addClassName("sign-in-card");
        add(new Mark(), card);
    }

    @Override
    public String getPageTitle() {
        return "Nothing here · Tillhouse";
    }
}
