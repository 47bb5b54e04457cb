package com.tillhouse.admin.money;

import com.tillhouse.admin.look.Notice;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A list of one tenant's objects, newest first, filled slice by slice from where the last one ended. Its filters live in the address. */
abstract class MoneyList<T> extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(MoneyList.class);

    private final String title;
    private final FilterBar filters;
    private final Div trouble = new Div();
    private final UnorderedList rows = new UnorderedList();
    private final Div heads = new Div();
    private final Button more = new Button("Load more");
    private final Paragraph count = new Paragraph();
    private String slug = "";
    private String business = "";
    private ListQuery query = ListQuery.of(QueryParameters.empty());
    private @Nullable Position next;

    MoneyList(String title, Map<String, String> statusWords, List<String> columns) {
        this.title = title;
        this.filters = new FilterBar(statusWords, query, this::go);
        addClassNames("page", "list-page");
        heads.addClassName("row-heads");
        heads.getElement().setAttribute("aria-hidden", "true");
        columns.forEach(column -> heads.add(new Span(column)));
        rows.addClassName("rows");
        rows.setId("rows");
        more.setId("load-more");
        more.setDisableOnClick(true);
        more.addClickListener(click -> load());
        count.addClassName("muted");
        count.setId("count");
        count.getElement().setAttribute("aria-live", "polite");
        Div end = new Div(count, more);
        end.addClassName("list-end");
        Div table = new Div(heads, rows);
        table.addClassName("table");
        add(new H1(title), filters, table, trouble, end);
    }

    /** The next slice; authorises the slug anew. */
    abstract Page<T> fetch(String slug, ListQuery query, ZoneId zone, @Nullable Position after);

    abstract Component row(String slug, T item, ZoneId zone);

    /** What to say to a tenant that has none of these yet. */
    abstract Notice nothingYet(ListQuery query);

    abstract String businessName(String slug);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new);
        business = businessName(slug);
        query = ListQuery.of(event.getLocation().getQueryParameters());
        filters.show(query);
        rows.removeAll();
        next = null;
        load();
    }

    private void go(ListQuery wanted) {
        getUI().ifPresent(ui -> ui.navigate(getClass(), new RouteParameters("slug", slug), wanted.parameters()));
    }

    private void load() {
        trouble.removeAll();
        ZoneId zone = Viewer.zone();
        try {
            Page<T> page = query.backwards() ? new Page<>(List.of(), null) : fetch(slug, query, zone, next);
            page.items().forEach(item -> rows.add(row(slug, item, zone)));
            next = page.next();
            settle(zone);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("a list could not be loaded", e);
            failed();
        }
    }

    private void settle(ZoneId zone) {
        long number = rows.getChildren().count();
        boolean empty = number == 0;
        heads.setVisible(!empty);
        rows.setVisible(!empty);
        if (empty) {
            trouble.add(query.filtered() ? nothingFound() : nothingYet(query));
        }
        count.setVisible(!empty);
        count.setText((next == null ? "All " + number + " shown" : "Newest " + number + " shown") + " · times in "
                + zone.getId());
        more.setVisible(next != null);
        more.setEnabled(true);
    }

    private void failed() {
        Button again = new Button("Try again", click -> load());
        again.setId("try-again");
        again.setDisableOnClick(true);
        trouble.add(new Notice("We couldn’t load this", "Nothing is lost. Try again in a moment.", again));
        boolean empty = rows.getChildren().findAny().isEmpty();
        heads.setVisible(!empty);
        count.setVisible(!empty);
        more.setVisible(false);
        more.setEnabled(true);
    }

    private Notice nothingFound() {
        Button clear = new Button("Clear filters", click -> go(new ListQuery(query.mode(), null, null, null, null)));
        clear.setId("empty-clear");
        return new Notice(
                "Nothing matches", "No entry fits these filters. An order reference must be written in full.", clear);
    }

    @Override
    public String getPageTitle() {
        return title + " · " + business + " · Tillhouse";
    }
}
