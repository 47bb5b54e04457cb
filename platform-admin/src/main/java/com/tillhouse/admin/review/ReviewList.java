package com.tillhouse.admin.review;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.review.ReviewResource;
import com.tillhouse.core.shared.Page;
import com.tillhouse.core.shared.Position;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What waits of one kind, newest first, filled slice by slice. */
final class ReviewList extends Section {
    /** The next slice after a position. */
    interface Slices {
        Page<ReviewLine> after(@Nullable Position position);
    }

    private final UnorderedList rows = new UnorderedList();
    private final Button more = new Button("Load more");
    private final transient Slices slices;
    private final transient Instant now;
    private @Nullable Position next;

    ReviewList(String title, String id, Slices slices, Instant now) {
        this.slices = slices;
        this.now = now;
        addClassName("review-list");
        rows.addClassName("rows");
        rows.setId(id);
        Div table = new Div(rows);
        table.addClassName("table");
        more.setId(id + "-more");
        more.setDisableOnClick(true);
        more.addClickListener(click -> load());
        add(new H2(title), table, more);
        load();
    }

    boolean empty() {
        return rows.getChildren().findAny().isEmpty();
    }

    private void load() {
        Page<ReviewLine> page = slices.after(next);
        page.items().forEach(line -> rows.add(row(line)));
        next = page.next();
        more.setVisible(next != null);
        more.setEnabled(true);
    }

    private ListItem row(ReviewLine line) {
        Matter matter = line.matter();
        Anchor link = new Anchor("t/" + matter.slug() + "/payments/" + line.payment() + "?mode="
                + matter.mode().name().toLowerCase(Locale.ROOT));
        link.addClassNames("row", "review-row");
        link.getElement().setAttribute("data-testid", "row").setAttribute("data-id", matter.id());
        link.add(name(line), amount(matter));
        ReviewResource review = matter.review();
        if (review != null) {
            Div why = new Div(new Span(review.explanation()));
            why.addClassNames("cell", "cell-why");
            Div since = new Div(new Moment(review.since(), now, Viewer.zone()));
            since.addClassNames("cell", "cell-time");
            link.add(why, since);
        }
        return new ListItem(link);
    }

    private static Div name(ReviewLine line) {
        Span order = new Span(line.order());
        order.addClassName("row-name");
        order.setTitle(line.order());
        Span id = new Span(line.matter().id());
        id.addClassName("row-under");
        id.setTitle(line.matter().id());
        Div cell = new Div(order, id);
        cell.addClassNames("cell", "cell-name");
        return cell;
    }

    private static Div amount(Matter matter) {
        Div cell = new Div(new Span(AmountText.of(matter.amount())));
        cell.addClassNames("cell", "cell-amount");
        return cell;
    }
}
