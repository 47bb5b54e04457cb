package com.tillhouse.admin.access;

import com.tillhouse.admin.look.Mark;
import com.tillhouse.admin.look.Notice;
import com.tillhouse.core.tenant.Membership;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** Leads on to the member's tenant, or lets it choose among several. */
@Route(value = "", autoLayout = false)
@PageTitle("Your businesses · Tillhouse")
@PermitAll
class BusinessesView extends Main implements BeforeEnterObserver {
    private static final String CONSOLE = "operate";

    private final TenantAccess access;
    private final AuthenticationContext authentication;

    BusinessesView(TenantAccess access, AuthenticationContext authentication) {
        this.access = access;
        this.authentication = authentication;
        addClassName("sign-in");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Membership> memberships = access.memberships();
        boolean operator = access.operator();
        if (memberships.isEmpty() && operator) {
            event.forwardTo(CONSOLE);
            return;
        }
        if (memberships.size() == 1 && !operator) {
            event.forwardTo(home(memberships.getFirst()));
            return;
        }
        removeAll();
        Div card = new Div();
        card.addClassName("sign-in-card");
        if (memberships.isEmpty()) {
            card.add(new Notice(
                    "No business yet",
                    "You are signed in as " + access.member().email()
                            + ", but no business has added you. Ask its owner to."));
        } else {
            card.add(new H1("Choose a business"), list(memberships));
        }
        if (operator) {
            Anchor console = new Anchor(CONSOLE, "Operator console");
            console.setId("to-console");
            card.add(console);
        }
        Button signOut = new Button("Sign out", click -> authentication.logout());
        signOut.setId("sign-out");
        signOut.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(new Mark(), card, signOut);
    }

    private static UnorderedList list(List<Membership> memberships) {
        UnorderedList list = new UnorderedList();
        list.addClassName("businesses");
        for (Membership membership : memberships) {
            Span name = new Span(membership.name());
            name.addClassName("business-name");
            Span role = new Span(capitalised(membership.role().name()));
            role.addClassName("muted");
            Anchor link = new Anchor(home(membership), name, role);
            link.getElement().setAttribute("router-link", true);
            link.getElement().setAttribute("data-testid", "business-" + membership.slug());
            list.add(new ListItem(link));
        }
        return list;
    }

    private static String home(Membership membership) {
        return "t/" + membership.slug() + "/payments";
    }

    private static String capitalised(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
