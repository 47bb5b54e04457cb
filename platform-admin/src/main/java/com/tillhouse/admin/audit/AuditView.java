package com.tillhouse.admin.audit;

import com.tillhouse.admin.look.Notice;
import com.tillhouse.admin.look.RoleWord;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.admin.page.TenantLayout;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.usecase.AuditFormat;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.Membership;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what with the rights of a tenant, newest first. */
@Route(value = "t/:slug/audit", layout = TenantLayout.class)
@PermitAll
class AuditView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 25;

    private final transient AuditDesk desk;
    private final transient InstantSource clock;
    private final UnorderedList rows = new UnorderedList();
    private final Div table = new Div(rows);
    private final Div empty = new Div();
    private final Paragraph count = new Paragraph();
    private final Button more = new Button("Load more");
    private final AuditFilterBar filters;
    private transient AuditQuery query = AuditQuery.of(QueryParameters.empty());
    private String slug = "";
    private String business = "";
    private @Nullable Long last;

    AuditView(AuditDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
        this.filters = new AuditFilterBar(query, this::go);
        addClassNames("page", "audit-page");
        rows.addClassName("rows");
        rows.setId("rows");
        table.addClassName("table");
        count.addClassName("muted");
        count.setId("count");
        count.getElement().setAttribute("aria-live", "polite");
        more.setId("load-more");
        more.setDisableOnClick(true);
        more.addClickListener(click -> load());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new);
        Membership membership = desk.business(slug);
        business = membership.name();
        query = AuditQuery.of(event.getLocation().getQueryParameters());
        removeAll();
        Paragraph lead = new Paragraph(
                "Who did what with the rights of your business: members, keys, API clients, settings, decisions. Entries are never changed or removed.");
        lead.addClassName("muted");
        add(new H1("Audit trail"), lead);
        if (membership.role().readsAuditTrail()) {
            fill();
        } else {
            Notice not = new Notice(
                    "Owners and developers see this",
                    "The audit trail names people and where they signed in from. You are here as "
                            + RoleWord.of(membership.role()) + ".");
            not.setId("may-not");
            add(not);
        }
    }

    private void fill() {
        String of = slug;
        filters.show(query);
        rows.removeAll();
        last = null;
        Div end = new Div(count, more);
        end.addClassName("list-end");
        add(new ProofCard(() -> desk.verify(of), format -> download(of, format)), filters, table, empty, end);
        load();
    }

    private DownloadHandler download(String of, AuditFormat format) {
        String name =
                of + "-audit-trail-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "." + format.ending();
        return event -> handOut(event, of, format, name);
    }

    private void handOut(DownloadEvent event, String of, AuditFormat format, String name) throws IOException {
        event.setFileName(name);
        event.setContentType(format.contentType());
        desk.export(of, format, event.getOutputStream());
    }

    private void go(AuditQuery wanted) {
        getUI().ifPresent(ui -> ui.navigate(getClass(), new RouteParameters("slug", slug), wanted.parameters()));
    }

    private void load() {
        ZoneId zone = Viewer.zone();
        Instant now = clock.instant();
        List<AuditEntry> found = query.backwards() ? List.of() : desk.newest(slug, query, zone, last, PAGE + 1);
        List<AuditEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
        shown.forEach(entry -> rows.add(new AuditItem(entry, now, zone)));
        if (!shown.isEmpty()) {
            last = shown.getLast().number();
        }
        settle(zone, found.size() > PAGE);
    }

    private void settle(ZoneId zone, boolean left) {
        long number = rows.getChildren().count();
        table.setVisible(number > 0);
        empty.removeAll();
        if (number == 0) {
            empty.add(query.filtered() ? nothingFound() : nothingYet());
        }
        count.setVisible(number > 0);
        count.setText((left ? "Newest " : "All ") + number + " shown · times in " + zone.getId());
        more.setVisible(left);
        more.setEnabled(true);
    }

    private static Notice nothingYet() {
        return new Notice("Nothing yet", "As soon as somebody signs in or changes a setting, it shows up here.");
    }

    private Notice nothingFound() {
        Button clear = new Button("Clear filters", click -> go(query.unfiltered()));
        clear.setId("empty-clear");
        return new Notice("Nothing matches", "No entry fits this action and period.", clear);
    }

    @Override
    public String getPageTitle() {
        return "Audit trail · " + business + " · Tillhouse";
    }
}
