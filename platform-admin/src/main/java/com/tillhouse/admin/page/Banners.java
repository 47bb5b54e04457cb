package com.tillhouse.admin.page;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessStatus;
import com.tillhouse.core.operator.usecase.AnswerAccess;
import com.tillhouse.core.operator.usecase.UseAccess;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Visit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;

/** What stands above a tenant's pages while an operator looks in: to the operator until when and why, to the tenant who, until when and why. */
@Service
final class Banners {
    private static final int LATELY = 10;
    private static final int DEPTH_OF_TENANT = 2;
    /** How long a break of the glass stays in sight after it ended. */
    private static final Duration LOUD_FOR = Duration.ofHours(72);

    private final TenantAccess access;
    private final UseAccess visits;
    private final AnswerAccess accesses;
    private final MemberActs acts;
    private final InstantSource clock;

    Banners(TenantAccess access, UseAccess visits, AnswerAccess accesses, MemberActs acts, InstantSource clock) {
        this.access = access;
        this.visits = visits;
        this.accesses = accesses;
        this.acts = acts;
        this.clock = clock;
    }

    /** The banners for whoever opens this page; that an operator does is told to the tenant first. */
    List<Component> of(Membership membership, Location page) {
        Visit visit = membership.visit();
        if (visit == null) {
            return accesses.newest(membership.tenant(), LATELY).stream()
                    .filter(this::inSight)
                    .map(grant -> toTenant(membership.slug(), grant))
                    .toList();
        }
        PersonId operator = access.member().id();
        List<String> path = page.getSegments();
        String opened = String.join("/", path.subList(Math.min(DEPTH_OF_TENANT, path.size()), path.size()));
        acts.record(() -> {
            visits.looked(membership.tenant(), operator, opened);
            return opened;
        });
        return List.of(toOperator(membership, visit));
    }

    private boolean inSight(AccessGrant grant) {
        Instant now = clock.instant();
        Instant end = grant.endedAt() != null ? grant.endedAt() : grant.endsAt();
        return grant.openAt(now)
                || grant.statusAt(now) == AccessStatus.WAITING
                || grant.breakGlass() && end != null && now.isBefore(end.plus(LOUD_FOR));
    }

    private Component toOperator(Membership membership, Visit visit) {
        Div banner = banner("visit-banner", false);
        Moment until = new Moment(visit.until(), clock.instant(), Viewer.zone());
        banner.add(
                text("Operator access until "),
                until,
                text(" · " + (visit.acts() ? "may change settings" : "looks only") + " · " + visit.reason()));
        NativeButton leave = new NativeButton("Leave now", click -> leave(membership, visit));
        leave.setId("leave-now");
        leave.addClassName("plain");
        banner.add(leave);
        return banner;
    }

    private void leave(Membership membership, Visit visit) {
        PersonId operator = access.member().id();
        acts.record(() -> {
            visits.leave(membership.tenant(), visit.access(), operator);
            return visit;
        });
        UI.getCurrent().navigate("operate");
    }

    private Component toTenant(String slug, AccessGrant grant) {
        Div banner = banner("operator-banner-" + grant.id(), grant.breakGlass());
        Instant now = clock.instant();
        Span who = new Span(grant.operatorName() + " of Tillhouse ");
        who.addClassName("banner-who");
        Instant ends = grant.endsAt();
        if (grant.openAt(now) && ends != null) {
            banner.add(
                    who,
                    text(grant.breakGlass() ? "looks in without your consent until " : "may look in until "),
                    new Moment(ends, now, Viewer.zone()));
        } else {
            banner.add(
                    who,
                    text(
                            grant.statusAt(now) == AccessStatus.WAITING
                                    ? "asks to look in"
                                    : "looked in without your consent"));
        }
        banner.add(text(" · “" + grant.reason() + "”"));
        Anchor see = new Anchor("t/" + slug + "/operators", "See");
        see.addClassName("banner-link");
        banner.add(see);
        return banner;
    }

    private static Div banner(String id, boolean loud) {
        Div banner = new Div();
        banner.setId(id);
        banner.addClassName("banner");
        banner.setClassName("banner-loud", loud);
        banner.getElement().setAttribute("role", loud ? "alert" : "status");
        return banner;
    }

    private static Span text(String text) {
        return new Span(text);
    }
}
