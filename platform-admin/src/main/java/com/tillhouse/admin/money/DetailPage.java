package com.tillhouse.admin.money;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/** One object of a tenant: a way back, a head line, and cards. */
abstract class DetailPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private String pageTitle = "";

    DetailPage() {
        addClassNames("page", "detail-page");
    }

    /** Fills the page; authorises the slug anew. Fails for what the member can't see. */
    abstract void fill(String slug, Mode mode, String id);

    abstract String businessName(String slug);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new);
        String id = event.getRouteParameters().get("id").orElseThrow(NotFoundException::new);
        removeAll();
        fill(slug, ListQuery.modeOf(event.getLocation().getQueryParameters()), id);
        pageTitle = pageTitle + " · " + businessName(slug) + " · Tillhouse";
    }

    void back(String href, String text) {
        Anchor back = new Anchor(href, "← " + text);
        back.addClassName("back");
        back.setId("back");
        add(back);
    }

    void head(String title, String meaning, Component... badges) {
        pageTitle = title;
        H1 name = new H1(title);
        Div line = new Div(name);
        line.add(badges);
        line.addClassName("head-line");
        Paragraph under = new Paragraph(meaning);
        under.addClassName("muted");
        Div head = new Div(line, under);
        head.addClassName("head");
        add(head);
    }

    /** Something a person should act on. */
    void alarm(String text) {
        Paragraph alarm = new Paragraph(text);
        alarm.addClassName("alarm");
        alarm.getElement().setAttribute("role", "note");
        add(alarm);
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
