package com.tillhouse.admin.keys;

import com.tillhouse.admin.look.Notice;
import com.tillhouse.admin.look.RoleWord;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.tillhouse.core.gatewaykey.usecase.FindGatewayKeys;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.Membership;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A tenant's account and keys at Antom in one mode. */
@Route(value = "t/:slug/keys", layout = TenantLayout.class)
@PermitAll
class KeysView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient KeysDesk desk;
    private final transient InstantSource clock;
    private String business = "";

    KeysView(KeysDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
        addClassNames("page", "settings-page", "keys-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new);
        Mode mode = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("mode")
                .filter("live"::equals)
                .map(live -> Mode.LIVE)
                .orElse(Mode.TEST);
        Membership membership = desk.business(slug);
        business = membership.name();
        removeAll();
        Paragraph kicker = new Paragraph(mode == Mode.LIVE ? "Live mode" : "Test mode");
        kicker.addClassName("kicker");
        Paragraph lead = new Paragraph(
                "Tillhouse signs what it asks of Antom for you, and checks that what comes back is Antom’s. Each mode has keys of its own.");
        lead.addClassName("muted");
        add(kicker, new H1("Keys for Antom"), lead);
        if (membership.role().changesSettings()) {
            fill(new KeysPlace(desk, slug, mode));
        } else {
            Notice not = new Notice(
                    "Not for everybody",
                    "Owners and developers see and change keys. You are here as " + RoleWord.of(membership.role())
                            + ".");
            not.setId("may-not");
            add(not);
        }
    }

    private void fill(KeysPlace place) {
        Optional<FindGatewayKeys.Overview> found = place.find();
        List<KeyRecord> keys = found.map(FindGatewayKeys.Overview::keys).orElse(List.of());
        boolean used = keys.stream().anyMatch(key -> key.status() == Status.ACTIVE || key.status() == Status.RETIRING);
        add(new AccountCard(place, found.orElse(null), used));
        if (found.isEmpty()) {
            return;
        }
        Optional<KeyRecord> active = one(keys, Status.ACTIVE);
        Optional<KeyRecord> waiting = one(keys, Status.PENDING);
        active.ifPresent(key -> add(new ActiveCard(key, clock.instant())));
        waiting.ifPresentOrElse(
                key -> add(new WaitingCard(place, key, active.orElse(null))),
                () -> add(new NewKeysCard(place, active.isPresent())));
        List<KeyRecord> ended = keys.stream()
                .filter(key -> key.status() == Status.RETIRING || key.status() == Status.RETIRED)
                .toList();
        if (!ended.isEmpty()) {
            add(new EarlierCard(place, ended, clock.instant()));
        }
    }

    private static Optional<KeyRecord> one(List<KeyRecord> keys, Status status) {
        return keys.stream().filter(key -> key.status() == status).findFirst();
    }

    @Override
    public String getPageTitle() {
        return "Keys for Antom · " + business + " · Tillhouse";
    }
}
