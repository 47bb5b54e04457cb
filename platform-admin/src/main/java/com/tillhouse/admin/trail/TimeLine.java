package com.tillhouse.admin.trail;

import com.tillhouse.core.trail.domain.line.TrailApiCall;
import com.tillhouse.core.trail.domain.line.TrailApiRefusal;
import com.tillhouse.core.trail.domain.line.TrailCreation;
import com.tillhouse.core.trail.domain.line.TrailDecision;
import com.tillhouse.core.trail.domain.line.TrailDelivery;
import com.tillhouse.core.trail.domain.line.TrailDetail;
import com.tillhouse.core.trail.domain.line.TrailEvent;
import com.tillhouse.core.trail.domain.line.TrailGatewayCall;
import com.tillhouse.core.trail.domain.line.TrailMove;
import com.tillhouse.core.trail.domain.line.TrailNotification;
import com.tillhouse.core.trail.usecase.TrailEntryResource;
import com.tillhouse.core.trail.usecase.TrailResource;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened, in the order in which it happened, day by day. Of a long story the end is shown first, and all of it on demand. */
public final class TimeLine extends Section {
    private static final int SHOWN_AT_FIRST = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private final transient List<TrailEntryResource> entries;
    private final boolean truncated;
    private final transient ZoneId zone;
    private final Div story = new Div();

    /** Tells it in this zone's time. */
    public TimeLine(TrailResource trail, ZoneId zone) {
        this.entries = worthTelling(trail.entries());
        this.truncated = trail.truncated();
        this.zone = zone;
        addClassNames("card", "card-wide", "trail");
        setId("trail");
        H2 title = new H2("What happened");
        title.setId("trail-title");
        getElement().setAttribute("aria-labelledby", "trail-title");
        add(title, story);
        show(Math.max(0, entries.size() - SHOWN_AT_FIRST));
    }

    /** An event goes without saying once a webhook has carried it. */
    private static List<TrailEntryResource> worthTelling(List<TrailEntryResource> all) {
        Set<String> carried = all.stream()
                .map(TrailEntryResource::details)
                .filter(TrailDelivery.class::isInstance)
                .map(detail -> ((TrailDelivery) detail).eventId())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(entry -> !(entry.details() instanceof TrailEvent event && carried.contains(event.id())))
                .toList();
    }

    private void show(int hidden) {
        story.removeAll();
        if (hidden > 0) {
            NativeButton earlier = new NativeButton("Show " + hidden + " earlier entries", click -> show(0));
            earlier.setId("trail-earlier");
            earlier.addClassNames("plain", "trail-earlier");
            story.add(earlier);
        } else if (truncated) {
            Paragraph cut = new Paragraph("More happened before this; only the newest entries are shown.");
            cut.addClassName("muted");
            story.add(cut);
        }
        days(entries.subList(hidden, entries.size())).forEach(this::addDay);
    }

    private List<List<TrailEntryResource>> days(List<TrailEntryResource> shown) {
        List<List<TrailEntryResource>> days = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (TrailEntryResource entry : shown) {
            LocalDate day = LocalDate.ofInstant(entry.at(), zone);
            if (!day.equals(last)) {
                days.add(new ArrayList<>());
                last = day;
            }
            days.getLast().add(entry);
        }
        return days;
    }

    private void addDay(List<TrailEntryResource> day) {
        OrderedList list = new OrderedList();
        list.addClassName("trail-list");
        for (TrailEntryResource entry : day) {
            list.add(new TimeLineItem(entry.at(), zone, sentence(entry.details())));
        }
        story.add(new H3(DAY.format(day.getFirst().at().atZone(zone))), list);
    }

    static Sentence sentence(TrailDetail detail) {
        return switch (detail) {
            case TrailApiCall call -> CallWords.of(call);
            case TrailApiRefusal refusal -> CallWords.of(refusal);
            case TrailDecision decision -> CallWords.of(decision);
            case TrailGatewayCall call -> AntomWords.of(call);
            case TrailNotification told -> AntomWords.of(told);
            case TrailCreation creation -> OurWords.of(creation);
            case TrailMove move -> OurWords.of(move);
            case TrailEvent event -> OurWords.of(event);
            case TrailDelivery delivery -> OurWords.of(delivery);
        };
    }
}
