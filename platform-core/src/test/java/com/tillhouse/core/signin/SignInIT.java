package com.tillhouse.core.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.signin.domain.PasswordReset;
import com.tillhouse.core.signin.domain.ResetClosedException;
import com.tillhouse.core.signin.domain.SignIn;
import com.tillhouse.core.signin.usecase.NoteFailedSignIns;
import com.tillhouse.core.team.TeamFixture;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInIT {
    private static final TeamFixture TEAM = new TeamFixture();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CHOSEN = "seven quiet lanterns";

    private final String slug = "sign-" + COUNT.incrementAndGet();
    private final String email = "ana@" + slug + ".example";
    private final TenantId tenant = TEAM.tenant(slug);
    private final PersonId ana = TEAM.member(tenant, email, Role.OWNER);

    private String signIn() {
        return TEAM.follow.begin(ana, "203.0.113.7", "Firefox\r\n" + "x".repeat(500));
    }

    private void later(Duration time) {
        TEAM.now.updateAndGet(now -> now.plus(time));
    }

    @Test
    void endsAfterDoingNothingForAQuarterOfAnHour() {
        String id = signIn();
        later(SignIn.IDLE.minusSeconds(1));
        assertThat(TEAM.follow.counts(id, true)).isTrue();
        later(SignIn.IDLE.minusSeconds(1));
        assertThat(TEAM.follow.counts(id, false)).isTrue();
        later(Duration.ofSeconds(2));
        assertThat(TEAM.follow.counts(id, true)).isFalse();
        assertThat(TEAM.follow.of(ana)).isEmpty();
    }

    @Test
    void endsAfterEightHoursInAnyCase() {
        String id = signIn();
        for (int i = 0; i < 47; i++) {
            later(Duration.ofMinutes(10));
            assertThat(TEAM.follow.counts(id, true)).isTrue();
        }
        later(Duration.ofMinutes(10));
        assertThat(TEAM.follow.counts(id, true)).isFalse();
    }

    @Test
    void listsWhereAPersonIsSignedInAndEndsOneOrAllOthers() {
        String here = signIn();
        String there = signIn();
        String elsewhere = signIn();
        assertThat(TEAM.follow.of(ana)).hasSize(3).allSatisfy(one -> {
            assertThat(one.address()).isEqualTo("203.0.113.7");
            assertThat(one.agent()).startsWith("Firefox  xxx").hasSize(200);
        });
        TEAM.endSignIn.revoke(ana, there);
        assertThat(TEAM.follow.counts(there, true)).isFalse();
        assertThat(TEAM.endSignIn.revokeOthers(ana, here)).isEqualTo(1);
        assertThat(TEAM.follow.counts(elsewhere, true)).isFalse();
        assertThat(TEAM.follow.of(ana)).extracting(SignIn::id).containsExactly(here);
        TEAM.endSignIn.signOut(ana, here);
        TEAM.endSignIn.signOut(ana, here);
        assertThat(TEAM.actions(tenant))
                .containsSubsequence("sign_in.revoked", "sign_in.revoked", "sign_in.ended")
                .containsOnlyOnce("sign_in.ended");
    }

    @Test
    void endsNothingOfOthers() {
        String hers = signIn();
        PersonId bo = TEAM.member(tenant, "bo@" + slug + ".example", Role.OWNER);
        assertThatThrownBy(() -> TEAM.endSignIn.revoke(bo, hers)).isInstanceOf(NotFoundException.class);
        assertThat(TEAM.endSignIn.revokeOthers(bo, null)).isZero();
        TEAM.endSignIn.signOut(bo, hers);
        assertThat(TEAM.follow.counts(hers, true)).isTrue();
    }

    @Test
    void countsNoSignInOfADisabledPersonOrOfNobody() {
        String id = signIn();
        TEAM.superuser
                .sql("update person set disabled_at = now() where person_id = :id")
                .param("id", ana.value())
                .update();
        assertThat(TEAM.follow.counts(id, true)).isFalse();
        assertThat(TEAM.follow.counts("si_never", true)).isFalse();
    }

    @Test
    void setsANewPasswordOnceByTheLinkOfAMailAndEndsAllSignIns() {
        String id = signIn();
        TEAM.askReset.request(" " + email.toUpperCase(java.util.Locale.ROOT));
        String first = TEAM.token(email);
        TEAM.askReset.request(email);
        String token = TEAM.token(email);
        assertThat(TEAM.reset.offer(token).value()).isEqualTo(email);

        TEAM.reset.reset(token, CHOSEN);

        assertThat(TEAM.findMember.byPassword(email, CHOSEN)).isPresent();
        assertThat(TEAM.findMember.byPassword(email, TeamFixture.PASSWORD)).isEmpty();
        assertThat(TEAM.follow.counts(id, true)).isFalse();
        assertThat(TEAM.subjects(email))
                .containsExactly("Choose a new password", "Choose a new password", "Your password was changed");
        assertThat(TEAM.actions(tenant)).endsWith("password.reset");
        assertThat(List.of(token, first, MailToken.fresh().value(), "", "?"))
                .allSatisfy(dead -> assertThatThrownBy(() -> TEAM.reset.reset(dead, "eight other lanterns"))
                        .isInstanceOf(ResetClosedException.class)
                        .hasMessage(new ResetClosedException().detail()));
    }

    @Test
    void letsALinkDieAfterHalfAnHour() {
        TEAM.askReset.request(email);
        String token = TEAM.token(email);
        later(PasswordReset.OPEN);
        assertThatThrownBy(() -> TEAM.reset.reset(token, CHOSEN)).isInstanceOf(ResetClosedException.class);
    }

    @Test
    void doesTheSameForAnAddressThatNobodyHas() {
        String nobody = "nobody@" + slug + ".example";
        TEAM.askReset.request(nobody);
        TEAM.askReset.request("not an address");
        TEAM.askReset.request("a,b@x.example");
        assertThat(TEAM.subjects(nobody)).isEmpty();
        assertThat(TEAM.superuser
                        .sql("select concat_ws(' ', status, sealed is null) from outgoing_mail where recipient = :to")
                        .param("to", nobody)
                        .query(String.class)
                        .list())
                .containsExactly("DROPPED t");
    }

    @Test
    void sendsNoMoreThanThreeLinksAnHour() {
        IntStream.range(0, 10).parallel().forEach(i -> TEAM.askReset.request(email));
        assertThat(TEAM.subjects(email)).hasSize(PasswordReset.MOST_IN_AN_HOUR);
        later(Duration.ofMinutes(61));
        TEAM.askReset.request(email);
        assertThat(TEAM.subjects(email)).hasSize(PasswordReset.MOST_IN_AN_HOUR + 1);
    }

    @Test
    void replacesAPasswordOnlyForWhoKnowsTheOldOne() {
        String here = signIn();
        String there = signIn();
        assertThatThrownBy(() -> TEAM.changePassword.change(ana, "wrong", CHOSEN, here))
                .isInstanceOf(InvalidRequestException.class);
        TEAM.changePassword.change(ana, TeamFixture.PASSWORD, CHOSEN, here);
        assertThat(TEAM.findMember.byPassword(email, CHOSEN)).isPresent();
        assertThat(TEAM.follow.counts(here, true)).isTrue();
        assertThat(TEAM.follow.counts(there, true)).isFalse();
        assertThat(TEAM.subjects(email)).containsExactly("Your password was changed");
        assertThat(TEAM.actions(tenant)).endsWith("password.changed");
    }

    @Test
    void tellsTenantsOfFailuresInOneEntry() {
        NoteFailedSignIns failures = new NoteFailedSignIns(TEAM.people, TEAM.record);
        failures.note(email, 7, TEAM.now.get(), "203.0.113.9");
        failures.note("nobody@" + slug + ".example", 7, TEAM.now.get(), "203.0.113.9");
        failures.note("not an address", 7, TEAM.now.get(), "203.0.113.9");
        assertThat(TEAM.superuser
                        .sql(
                                "select actor_kind || ' ' || details from audit_entry where tenant_id = :tenant and action = 'sign_in.failed'")
                        .param("tenant", tenant.value())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("platform ")
                .contains("\"number\":\"7\"", "203.0.113.9");
    }
}
