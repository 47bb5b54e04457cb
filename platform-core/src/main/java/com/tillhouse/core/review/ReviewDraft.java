package com.tillhouse.core.review;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.shared.Mode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** A decision that settles, as a draft for another member's approval, and back. */
public final class ReviewDraft {
    /** What there is when the object is gone. */
    public static final String NOTHING = "nothing";

    private static final String MODE = "mode";
    private static final String REASON = "reason";
    private static final String SINCE = "since";
    private static final String SETTLE_AS = "settle_as";
    private static final String NOTE = "note";

    private ReviewDraft() {}

    /** The command as a draft; only one that settles needs approval. */
    public static <S extends Enum<S>> Draft of(ProposedAct act, DecideReviewCommand<S> command) {
        return Draft.of(
                act,
                command.objectId(),
                Map.of(
                        MODE,
                        command.mode().name(),
                        REASON,
                        command.reason(),
                        SINCE,
                        command.since().toString(),
                        SETTLE_AS,
                        Objects.requireNonNull(command.settleAs(), "only what settles is proposed")
                                .name(),
                        NOTE,
                        command.note()));
    }

    /** What the object is like: its status, and why and since when a person must look. */
    public static String basis(Enum<?> status, Review review) {
        return status + " " + review.reason() + " " + review.since();
    }

    /** The decision that was drafted, by whoever proposed it. */
    public static <S extends Enum<S>> DecideReviewCommand<S> command(Proposal proposal, Class<S> ends) {
        Map<String, String> parameters = proposal.draft().parameters();
        return new DecideReviewCommand<>(
                proposal.tenant(),
                Mode.valueOf(value(parameters, MODE)),
                proposal.draft().objectId(),
                value(parameters, REASON),
                Instant.parse(value(parameters, SINCE)),
                ReviewChoice.SETTLE,
                Enum.valueOf(ends, value(parameters, SETTLE_AS)),
                value(parameters, NOTE),
                proposal.proposedBy());
    }

    private static String value(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }
}
