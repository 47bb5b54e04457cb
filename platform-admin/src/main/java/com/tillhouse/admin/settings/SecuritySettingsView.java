package com.tillhouse.admin.settings;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.admin.look.RoleWord;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.factor.usecase.RequireSecondFactor;
import com.tillhouse.core.factor.usecase.RequireSecondFactorCommand;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.Role;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** A tenant's own rule for how its members prove who they are. */
@Route(value = "t/:slug/settings/security", layout = TenantLayout.class)
@PermitAll
class SecuritySettingsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHOWN_FOR_MILLIS = 3_000;

    private final transient TenantAccess access;
    private final transient RequireSecondFactor rule;
    private final transient MemberActs acts;
    private final transient StepUp stepUp;
    private String business = "";

    SecuritySettingsView(TenantAccess access, RequireSecondFactor rule, MemberActs acts, StepUp stepUp) {
        this.access = access;
        this.rule = rule;
        this.acts = acts;
        this.stepUp = stepUp;
        addClassNames("page", "settings-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new);
        Membership membership = access.require(slug);
        business = membership.name();
        removeAll();
        Paragraph kicker = new Paragraph("Settings");
        kicker.addClassName("kicker");
        add(kicker, new H1("Security"), new SettingsTabs(slug, "security"));
        ChoiceCard<Boolean> who = new ChoiceCard<>(
                "second-factor-rule",
                "Who needs a second factor",
                List.of(
                        new ChoiceCard.Item<>(
                                false,
                                "Whoever changes what matters",
                                "Money, keys, addresses and the team can only be changed with one. Looking needs a password only."),
                        new ChoiceCard.Item<>(
                                true,
                                "Everybody",
                                "Members without one see nothing until they have added one. They have "
                                        + RequireSecondFactor.GRACE.toDays() + " days from the moment you save.")),
                rule.requiredFrom(membership.tenant()).isPresent());
        add(who, end(slug, membership, who));
    }

    private Div end(String slug, Membership membership, ChoiceCard<Boolean> who) {
        Div end = new Div();
        end.addClassName("settings-end");
        if (membership.role() == Role.OWNER) {
            Button save = new Button("Save", click -> stepUp.then(() -> save(slug, who.chosen())));
            save.setId("save");
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            end.add(save);
        } else {
            who.freeze();
            Paragraph not =
                    new Paragraph("Owners change this. You are here as " + RoleWord.of(membership.role()) + ".");
            not.addClassName("muted");
            not.setId("may-not");
            end.add(not);
        }
        return end;
    }

    /** The role is asked for anew: it may have changed since the page was opened. */
    private void save(String slug, boolean everybody) {
        Membership membership = access.require(slug);
        if (membership.role() != Role.OWNER) {
            throw new NotPermittedException("Only owners change this.");
        }
        acts.record(() -> {
            rule.change(new RequireSecondFactorCommand(membership.tenant(), everybody));
            return everybody;
        });
        Notification.show("Saved", SHOWN_FOR_MILLIS, Notification.Position.BOTTOM_START);
    }

    @Override
    public String getPageTitle() {
        return "Security settings · " + business + " · Tillhouse";
    }
}
