package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.local.money.KillStory.Client;
import com.tillhouse.local.money.KillStory.Deed;
import com.tillhouse.local.money.MerchantFixture.Order;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes stories, and judges how they ended. */
final class KillStoryFixture {
    private final PlatformFixture platform;
    private final MerchantFixture merchant;
    private final Set<KillStory> intended = new HashSet<>();

    KillStoryFixture(PlatformFixture platform, MerchantFixture merchant) {
        this.platform = platform;
        this.merchant = merchant;
    }

    KillStory story(ProcessFixture process, Deed deed, String place, Client client) {
        return switch (deed) {
            case OPEN -> new KillStory(deed, place, client, "", platform.opening());
            case CANCEL_UNPAID -> {
                String payment = platform.opened(process, merchant);
                yield new KillStory(deed, place, client, payment, Order.cancel(payment));
            }
            case CANCEL_PAID -> {
                String payment = platform.paid(process, merchant);
                yield new KillStory(deed, place, client, payment, Order.cancel(payment));
            }
            case REFUND -> {
                String payment = platform.paid(process, merchant);
                yield new KillStory(deed, place, client, payment, Order.refund(payment, 60));
            }
        };
    }

    /** True once Antom has done what the request asks for. */
    boolean doneAtAntom(KillStory story) {
        SandboxFixture antom = platform.antom();
        return switch (story.deed()) {
            case OPEN -> antom.ledger(merchant.antomClientId()).toString().contains(story.reference());
            case CANCEL_PAID, CANCEL_UNPAID -> canceledAtAntom(story);
            case REFUND -> !antom.payment(story.payment()).path("refunds").isEmpty();
        };
    }

    private boolean canceledAtAntom(KillStory story) {
        return platform.antom()
                .payment(story.payment())
                .path("status")
                .asString()
                .equals("CANCELLED");
    }

    /** Keeps in mind which of them had committed what they meant to do when their process was killed. */
    void noteIntentions(List<KillStory> stories) {
        stories.stream().filter(this::intentIsKept).forEach(intended::add);
    }

    private boolean intentIsKept(KillStory story) {
        String sql =
                switch (story.deed()) {
                    case OPEN -> "select exists (select from checkout_session where order_reference = :id)";
                    case CANCEL_UNPAID, CANCEL_PAID ->
                        "select exists (select from payment where id = :id and (cancel_requested_at is not null or status = 'CANCELED'))";
                    case REFUND -> "select exists (select from refund where payment_id = :id)";
                };
        return platform.truth()
                .sql(sql)
                .param("id", story.deed() == Deed.OPEN ? story.reference() : story.payment())
                .query(Boolean.class)
                .single();
    }

    /** What was meant and committed is done, and so is what was asked for again; nothing else. */
    void assertEnd(KillStory story) {
        boolean asked = story.client() != Client.GIVES_UP;
        boolean done = asked || intended.contains(story);
        switch (story.deed()) {
            case OPEN -> assertSession(story, asked);
            case CANCEL_UNPAID, CANCEL_PAID -> {
                assertThat(platform.status(story.payment()))
                        .as(story.toString())
                        .isEqualTo(done ? "CANCELED" : "SUCCEEDED");
                assertThat(canceledAtAntom(story)).as(story.toString()).isEqualTo(done);
            }
            case REFUND ->
                assertThat(platform.figures(story.payment()))
                        .as(story.toString())
                        .isEqualTo(done ? "100 0 60" : "100 0 0");
        }
    }

    /** Each page of the order that Antom had was paid: one payment stands, what came twice went back. */
    private void assertSession(KillStory story, boolean asked) {
        Long kept = platform.truth()
                .sql("""
                        select coalesce(sum(case when p.status = 'CANCELED' then 0 else p.captured - p.refunded end), 0)
                        from checkout_session s join payment p on p.tenant_id = s.tenant_id and p.session_id = s.id
                        where s.order_reference = :reference""").param("reference", story.reference()).query(Long.class).single();
        assertThat(kept).as(story.toString()).isIn(asked ? List.of(10_000L) : List.of(0L, 10_000L));
        if (!asked && !intended.contains(story)) {
            assertThat(doneAtAntom(story)).as(story.toString()).isFalse();
        }
    }
}
