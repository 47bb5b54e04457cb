package com.tillhouse.admin.settings;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.admin.approval.ApprovalDesk;
import com.tillhouse.admin.look.RoleWord;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ApprovableCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicyCommand;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.NotPermittedException;
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
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** A tenant's own rules for its checkout. */
@Route(value = "t/:slug/settings/checkout", layout = TenantLayout.class)
@RouteAlias(value = "t/:slug/settings", layout = TenantLayout.class)
@PermitAll
class CheckoutSettingsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHOWN_FOR_MILLIS = 3_000;

    private final transient TenantAccess access;
    private final transient ChangeCheckoutPolicy policies;
    private final transient MemberActs acts;
    private final transient StepUp stepUp;
    private final transient ApprovalDesk approvals;
    private String business = "";

    CheckoutSettingsView(
            TenantAccess access,
            ChangeCheckoutPolicy policies,
            MemberActs acts,
            StepUp stepUp,
            ApprovalDesk approvals) {
        this.approvals = approvals;
        this.stepUp = stepUp;
        this.access = access;
        this.acts = acts;
        this.policies = policies;
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
        Paragraph lead = new Paragraph("These rules hold for test and live payments alike, from the moment you save.");
        lead.addClassName("muted");
        add(kicker, new H1("Checkout"), new SettingsTabs(slug, "checkout"), lead);
        fill(slug, membership, policies.read(membership.tenant()));
    }

    private void fill(String slug, Membership membership, CheckoutPolicy policy) {
        ChoiceCard<SurplusPolicy> surplus = new ChoiceCard<>(
                "surplus",
                "When a buyer pays one order twice",
                List.of(
                        new ChoiceCard.Item<>(
                                SurplusPolicy.RETURN,
                                "Give the second payment back by itself",
                                "It is cancelled at Antom, or refunded when the time to cancel is over. You are told of both payments."),
                        new ChoiceCard.Item<>(
                                SurplusPolicy.KEEP,
                                "Leave it to us",
                                "You are told of it and decide yourself. Until you refund it, the buyer has paid twice.")),
                policy.surplus());
        ChoiceCard<DuplicateOrder> duplicate = new ChoiceCard<>(
                "duplicate-order",
                "When your shop opens a second session for an order that can still be paid",
                List.of(
                        new ChoiceCard.Item<>(
                                DuplicateOrder.ALLOW,
                                "Open it and warn",
                                "The answer names the other open sessions. Both can be paid."),
                        new ChoiceCard.Item<>(
                                DuplicateOrder.REFUSE,
                                "Refuse it",
                                "Your shop gets the error order_already_open with the id of the open session. Needs order references that are your own and not used twice.")),
                policy.duplicateOrder());
        add(surplus, duplicate, end(slug, membership, surplus, duplicate));
    }

    private Div end(
            String slug,
            Membership membership,
            ChoiceCard<SurplusPolicy> surplus,
            ChoiceCard<DuplicateOrder> duplicate) {
        Div end = new Div();
        end.addClassName("settings-end");
        if (membership.changesSettings()) {
            Button save =
                    new Button("Save", click -> stepUp.then(() -> save(slug, surplus.chosen(), duplicate.chosen())));
            save.setId("save");
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            end.add(save);
        } else {
            surplus.freeze();
            duplicate.freeze();
            Paragraph not = new Paragraph("Owners and developers change these rules. You are here as "
                    + RoleWord.of(membership.role()) + ".");
            not.addClassName("muted");
            not.setId("may-not");
            end.add(not);
        }
        return end;
    }

    /** The role is asked for anew: it may have changed since the page was opened. */
    private void save(String slug, SurplusPolicy surplus, DuplicateOrder duplicate) {
        Membership membership = access.require(slug);
        if (!membership.changesSettings()) {
            throw new NotPermittedException("Only owners and developers change these rules.");
        }
        ChangeCheckoutPolicyCommand command = new ChangeCheckoutPolicyCommand(membership.tenant(), surplus, duplicate);
        if (approvals.fourEyes(slug)) {
            approvals.ask(slug, "Change the checkout’s rules", ApprovableCheckoutPolicy.draft(command));
            return;
        }
        acts.record(() -> policies.change(command));
        Notification.show("Saved", SHOWN_FOR_MILLIS, Notification.Position.BOTTOM_START);
    }

    @Override
    public String getPageTitle() {
        return "Checkout settings · " + business + " · Tillhouse";
    }
}
