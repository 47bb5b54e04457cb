package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.local.money.KillStory.Client;
import com.tillhouse.local.money.KillStory.Deed;
import com.tillhouse.local.money.MerchantFixture.Order;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Makes stories, and judges how they ended. */
final class KillStoryFixture {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PlatformFixture platform;
    private final MerchantFixture merchant;
    private final Set<KillStory> intended = new HashSet<>();

    KillStoryFixture(PlatformFixture platform, MerchantFixture merchant) {
        this.platform = platform;
        this.merchant = merchant;
    }

    KillStory story(ProcessFixture process, Deed deed, String place, Client client) {
        Order opening = platform.opening();
        String reference = JSON.readTree(opening.body()).path("order_reference").asString();
        if (deed == Deed.OPEN) {
            return new KillStory(deed, place, client, reference, "", opening);
        }
        Answer session = merchant.post(process, opening);
        assertThat(session.status()).as(session.toString()).isEqualTo(201);
        String payment = session.at("/payments/0/id");
        if (deed == Deed.CANCEL_PAID || deed == Deed.REFUND) {
            platform.antom().pay(payment);
            platform.awaitStatus(payment, "SUCCEEDED");
        }
        Order order = switch (deed) {
            case OPEN -> opening;
            case RETRY -> Order.ofSession(session.at("/id"), "retry");
            case EXPIRE -> Order.ofSession(session.at("/id"), "expire");
            case CANCEL_UNPAID, CANCEL_PAID -> Order.cancel(payment);
            case REFUND -> Order.refund(payment, 60);
        };
        return new KillStory(deed, place, client, reference, payment, order);
    }

    /** True once Antom has done what the call asks for in whose midst the story stands. */
    boolean doneAtAntom(KillStory story) {
        return switch (story.call()) {
            case "createPaymentSession" -> paymentsAtAntom(story) == (story.deed() == Deed.RETRY ? 2 : 1);
            case "cancel" -> canceledAtAntom(story);
            default ->
                !platform.antom().payment(story.payment()).path("refunds").isEmpty();
        };
    }

    private long paymentsAtAntom(KillStory story) {
        return platform.antom()
                .ledger(merchant.antomClientId())
                .path("payments")
                .valueStream()
                .filter(payment -> payment.path("request_body").asString().contains(story.reference()))
                .count();
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
        String sql = switch (story.deed()) {
            case OPEN -> "select exists (select from checkout_session where order_reference = :id)";
            case RETRY, EXPIRE, CANCEL_UNPAID, CANCEL_PAID ->
                "select exists (select from payment where id = :id and (cancel_requested_at is not null or status = 'CANCELED'))";
            case REFUND -> "select exists (select from refund where payment_id = :id)";
        };
        return platform.truth()
                .sql(sql)
                .param("id", story.deed() == Deed.OPEN ? story.reference() : story.payment())
                .query(Boolean.class)
                .single();
    }

    /** What was meant and committed is done, and so is what was asked for again; nothing else. Buyers paid whatever could be paid. */
    void assertEnd(KillStory story) {
        boolean asked = story.client() != Client.GIVES_UP;
        boolean done = asked || intended.contains(story);
        switch (story.deed()) {
            case OPEN -> {
                assertThat(paymentsAtAntom(story) > 0 && !done)
                        .as(story.toString())
                        .isFalse();
                assertThat(kept(story)).as(story.toString()).isIn(asked ? List.of(100L) : List.of(0L, 100L));
            }
            case RETRY -> {
                assertThat(canceledAtAntom(story)).as(story.toString()).isEqualTo(done);
                assertThat(kept(story)).as(story.toString()).isIn(asked || !done ? List.of(100L) : List.of(0L, 100L));
            }
            case EXPIRE, CANCEL_UNPAID, CANCEL_PAID -> {
                assertThat(canceledAtAntom(story)).as(story.toString()).isEqualTo(done);
                assertThat(kept(story)).as(story.toString()).isEqualTo(done ? 0 : 100);
            }
            case REFUND -> assertThat(kept(story)).as(story.toString()).isEqualTo(done ? 40 : 100);
        }
    }

    /** Dollars of the order that are the merchant's; what was paid twice went back. */
    private long kept(KillStory story) {
        return platform.truth()
                .sql("""
                        select coalesce(sum(case when p.status = 'CANCELED' then 0 else p.captured - p.refunded end), 0) / 100
                        from checkout_session s join payment p on p.tenant_id = s.tenant_id and p.session_id = s.id
                        where s.order_reference = :reference""")
                .param("reference", story.reference())
                .query(Long.class)
                .single();
    }
}
