package com.tillhouse.admin.audit;

import com.tillhouse.core.audit.domain.AuditBreak;
import com.tillhouse.core.audit.domain.AuditVerdict;
import com.tillhouse.core.audit.usecase.AuditFormat;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells how far the chain was verified, verifies it, and hands it out. */
final class ProofCard extends Section {
    private final Paragraph said = new Paragraph(
            "Each entry carries the hash of the one before it. A change to an earlier entry breaks the chain.");
    private final Span hash = new Span();
    private final Button verify = new Button("Verify");

    ProofCard(Supplier<AuditVerdict> verifying, Function<AuditFormat, DownloadHandler> downloads) {
        addClassNames("card", "proof-card");
        getElement().setAttribute("aria-label", "Proof");
        said.setId("verdict");
        said.getElement().setAttribute("role", "status");
        hash.addClassNames("code", "muted");
        hash.setId("verdict-hash");
        hash.setVisible(false);
        verify.setId("verify");
        verify.setDisableOnClick(true);
        verify.addClickListener(click -> {
            try {
                show(verifying.get());
            } finally {
                verify.setEnabled(true);
            }
        });
        Div text = new Div(said, hash);
        text.addClassName("proof-text");
        Div acts = new Div(verify);
        acts.addClassName("proof-acts");
        for (AuditFormat format : AuditFormat.values()) {
            Anchor export = new Anchor(downloads.apply(format), "Export " + format.name());
            export.setId("export-" + format.ending());
            export.addClassName("proof-export");
            acts.add(export);
        }
        add(text, acts);
    }

    private void show(AuditVerdict verdict) {
        AuditBreak broken = verdict.broken();
        long number = verdict.verified().number();
        setClassName("proof-broken", broken != null);
        setClassName("proof-holds", broken == null);
        if (broken != null) {
            said.setText("The chain is broken. Entry " + broken.number() + " " + broken.detail()
                    + ". Tell Tillhouse at once, and keep an export.");
        } else if (number == 0) {
            said.setText("There is nothing to verify yet.");
        } else {
            said.setText("Verified up to entry " + number
                    + ": nothing is missing and nothing was changed. Keep this hash elsewhere to prove it later.");
            hash.setText(number + " " + verdict.verified().hash().hex());
        }
        hash.setVisible(broken == null && number > 0);
    }
}
