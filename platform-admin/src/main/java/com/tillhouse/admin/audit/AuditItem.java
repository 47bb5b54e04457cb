package com.tillhouse.admin.audit;

import com.tillhouse.admin.look.Facts;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.core.audit.domain.AuditActor;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.JsonText;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;

/** One entry: what, who, from where and when on a line, all else below it on demand. */
final class AuditItem extends ListItem {

    AuditItem(AuditEntry entry, Instant now, ZoneId zone) {
        Div line = new Div(what(entry), who(entry.actor()), address(entry.actor()), new Moment(entry.at(), now, zone));
        line.addClassName("audit-line");
        NativeDetails details = new NativeDetails();
        details.setId("entry-" + entry.number());
        details.setSummary(line);
        details.addClassName("audit-entry");
        details.setContent(facts(entry, now, zone));
        add(details);
    }

    private static Div what(AuditEntry entry) {
        Span what = new Span(ActionWords.what(entry));
        what.addClassName("row-name");
        Span upon = new Span(ActionWords.upon(entry));
        upon.addClassName("row-under");
        Div cell = new Div(what, upon);
        cell.addClassNames("cell", "cell-name");
        return cell;
    }

    private static Span who(AuditActor actor) {
        Span who = new Span(ActionWords.who(actor));
        who.addClassNames("cell", "audit-who");
        return who;
    }

    private static Span address(AuditActor actor) {
        Span address = new Span(actor.address() == null ? "" : actor.address());
        address.addClassNames("cell", "audit-address");
        return address;
    }

    private static Facts facts(AuditEntry entry, Instant now, ZoneId zone) {
        AuditActor actor = entry.actor();
        Facts facts = new Facts().put("When", new Moment(entry.at(), now, zone)).text("Who", ActionWords.who(actor));
        facts.text("Role at that time", actor.role())
                .code("Id of who", actor.id())
                .text("IP address", actor.address())
                .text("Browser or program", actor.agent());
        JsonText.members(entry.details()).forEach((name, value) -> facts.text(ActionWords.detail(name), value));
        facts.code("Done to", entry.objectId())
                .code("Action", entry.action())
                .text("Entry", String.valueOf(entry.number()))
                .code("Hash", entry.hash().hex())
                .code("Hash before it", entry.previous().hex());
        return facts;
    }
}
