package com.tillhouse.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresInvitationRepository;
import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.team.domain.InvitationClosedException;
import com.tillhouse.core.team.domain.LastOwnerException;
import com.tillhouse.core.team.domain.OtherPersonException;
import com.tillhouse.core.team.domain.SignInFirstException;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.team.domain.TooManyInvitationsException;
import com.tillhouse.core.team.port.InvitationRepository;
import com.tillhouse.core.team.usecase.ChangeRoleCommand;
import com.tillhouse.core.team.usecase.InviteMemberCommand;
import com.tillhouse.core.tenant.AlreadyMemberException;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class TeamIT {
    private static final TeamFixture TEAM = new TeamFixture();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CHOSEN = "seven quiet lanterns";

    private final String slug = "team-" + COUNT.incrementAndGet();
    private final TenantId tenant = TEAM.tenant(slug);
    private final PersonId owner = TEAM.member(tenant, "owner@" + slug + ".example", Role.OWNER);

    private String at(String name) {
        return name + "@" + slug + ".example";
    }

    private Invitation invite(String name, Role role) {
        return TEAM.invite.invite(new InviteMemberCommand(tenant, owner, new EmailAddress(at(name)), role));
    }

    private List<TeamMember> members() {
        return TEAM.findTeam.of(tenant).members();
    }

    private List<Invitation> invitations() {
        return TEAM.findTeam.of(tenant).invitations();
    }

    @Test
    void takesSomebodyNewInByTheLinkOfAMail() {
        invite("ana", Role.FINANCE);
        String token = TEAM.token(at("ana"));
        assertThat(TEAM.offers.offer(token).known()).isFalse();

        PersonId ana = TEAM.accept.asNewcomer(token, " Ana Lim ", CHOSEN);

        assertThat(TEAM.findMember.byPassword(at("ana"), CHOSEN)).isPresent();
        assertThat(TEAM.findMember.memberships(ana))
                .extracting(Membership::role)
                .containsExactly(Role.FINANCE);
        assertThat(members()).extracting(TeamMember::called).containsExactly(at("owner"), "Ana Lim");
        assertThat(invitations()).isEmpty();
        assertThat(TEAM.subjects(at("owner"))).containsExactly(at("ana") + " joined Shop " + slug);
        assertThat(TEAM.actions(tenant)).endsWith("member.invited", "invitation.accepted");
    }

    @Test
    void takesSomebodyKnownInOnlyAfterItProvedToBeThat() {
        TenantId other = TEAM.tenant(slug + "-other");
        PersonId bo = TEAM.member(other, at("bo"), Role.OWNER);
        invite("bo", Role.SUPPORT);
        String token = TEAM.token(at("bo"));

        assertThatThrownBy(() -> TEAM.accept.asNewcomer(token, "Mallory", CHOSEN))
                .isInstanceOf(SignInFirstException.class);
        assertThatThrownBy(() -> TEAM.accept.asSignedIn(token, owner)).isInstanceOf(OtherPersonException.class);
        assertThat(TEAM.findMember.byPassword(at("bo"), TeamFixture.PASSWORD)).isPresent();

        TEAM.accept.asSignedIn(token, bo);

        assertThat(TEAM.findMember.memberships(bo)).hasSize(2);
        assertThatThrownBy(() -> TEAM.accept.asSignedIn(token, bo)).isInstanceOf(InvitationClosedException.class);
    }

    @Test
    void answersAlikeForTokensThatAreUnknownExpiredUsedRevokedOrReplaced() {
        invite("used", Role.VIEWER);
        String used = TEAM.token(at("used"));
        TEAM.accept.asNewcomer(used, "Used", CHOSEN);
        Invitation back = invite("revoked", Role.VIEWER);
        String revoked = TEAM.token(at("revoked"));
        TEAM.revoke.revoke(tenant, owner, back.id());
        invite("again", Role.VIEWER);
        String replaced = TEAM.token(at("again"));
        invite("again", Role.SUPPORT);
        String good = TEAM.token(at("again"));
        assertThat(TEAM.offers.offer(good).role()).isEqualTo(Role.SUPPORT);

        List<String> dead = List.of(used, revoked, replaced, MailToken.fresh().value(), "", "x'; --", "a".repeat(5000));
        assertThat(dead).allSatisfy(this::closed);
        TEAM.now.updateAndGet(time -> time.plus(Invitation.OPEN));
        closed(good);
        TEAM.now.updateAndGet(time -> time.minus(Invitation.OPEN));
        assertThat(invitations()).hasSize(1);
    }

    private void closed(String token) {
        String words = new InvitationClosedException().detail();
        assertThatThrownBy(() -> TEAM.offers.offer(token))
                .isInstanceOf(InvitationClosedException.class)
                .hasMessage(words);
        assertThatThrownBy(() -> TEAM.accept.asNewcomer(token, "X", CHOSEN))
                .isInstanceOf(InvitationClosedException.class)
                .hasMessage(words);
        assertThatThrownBy(() -> TEAM.accept.asSignedIn(token, owner))
                .isInstanceOf(InvitationClosedException.class)
                .hasMessage(words);
    }

    @Test
    void guessesNoTokenInTenThousandTries() {
        invite("guess", Role.OWNER);
        SingleConnectionDataSource line = new SingleConnectionDataSource(TEAM.database.url(), "app_rw", "app", true);
        try {
            JdbcClient jdbc = JdbcClient.create(line);
            NarrowRole narrow = new NarrowRole(new DataSourceTransactionManager(line), jdbc);
            InvitationRepository invitations = new PostgresInvitationRepository(jdbc, narrow);
            assertThat(IntStream.range(0, 10_000).mapToObj(i -> MailToken.fresh()))
                    .allSatisfy(token -> assertThat(invitations.tenantOf(token)).isEmpty());
        } finally {
            line.destroy();
        }
    }

    @Test
    void keepsNeitherTokensNorWhatMailsSay() {
        invite("secret", Role.VIEWER);
        String before = everything();
        String token = TEAM.token(at("secret"));
        assertThat(before).doesNotContain(token).doesNotContain("invites you");
        assertThat(everything()).doesNotContain(token);
        assertThat(TEAM.superuser
                        .sql("select count(*) from outgoing_mail where status = 'SENT' and sealed is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> TEAM.jdbc
                        .sql("select recipient from outgoing_mail")
                        .query(String.class)
                        .list())
                .isInstanceOf(DataAccessException.class);
    }

    private String everything() {
        return TEAM.superuser.sql("""
                        select string_agg(t, '') from (
                          select i::text as t from invitation i union all
                          select concat(m::text, encode(m.sealed, 'escape')) from outgoing_mail m union all
                          select a::text from audit_entry a) everything""").query(String.class).single();
    }

    @Test
    void letsOnlyOwnersChangeTheTeam() {
        PersonId dev = TEAM.member(tenant, at("dev"), Role.DEVELOPER);
        PersonId stranger = TEAM.member(TEAM.tenant(slug + "-x"), "stranger@" + slug + ".example", Role.OWNER);
        Invitation open = invite("open", Role.VIEWER);
        EmailAddress wanted = new EmailAddress(at("wanted"));

        assertThatThrownBy(() -> TEAM.invite.invite(new InviteMemberCommand(tenant, dev, wanted, Role.OWNER)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> TEAM.revoke.revoke(tenant, dev, open.id())).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> TEAM.changeRole.change(new ChangeRoleCommand(tenant, dev, dev, Role.OWNER)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> TEAM.remove.remove(tenant, dev, owner)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> TEAM.remove.remove(tenant, stranger, owner)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> TEAM.remove.remove(tenant, owner, stranger)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> TEAM.invite.invite(new InviteMemberCommand(tenant, stranger, wanted, Role.OWNER)))
                .isInstanceOf(NotFoundException.class);
        assertThat(members()).hasSize(2);
    }

    @Test
    void refusesWhoIsThereAndAddressesThatNoMailCanGoTo() {
        assertThatThrownBy(() -> invite("owner", Role.VIEWER)).isInstanceOf(AlreadyMemberException.class);
        for (String odd :
                List.of("a,b@x.example", "<a@x.example>", "a@x.example>", "\"a\"@x.example", "a@[127.0.0.1]")) {
            EmailAddress address = new EmailAddress(odd);
            assertThatThrownBy(() -> new InviteMemberCommand(tenant, owner, address, Role.VIEWER))
                    .as(odd)
                    .isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void sendsNoMoreThanADaysWorth() {
        for (int i = 0; i < Invitation.MOST_IN_A_DAY; i++) {
            invite("same", Role.VIEWER);
        }
        assertThatThrownBy(() -> invite("one-more", Role.VIEWER)).isInstanceOf(TooManyInvitationsException.class);
        TEAM.now.updateAndGet(time -> time.plus(Duration.ofHours(25)));
        invite("one-more", Role.VIEWER);
    }

    @Test
    void changesRolesAndLetsMembersGoAtOnce() {
        PersonId cy = TEAM.member(tenant, at("cy"), Role.VIEWER);
        TEAM.changeRole.change(new ChangeRoleCommand(tenant, owner, cy, Role.DEVELOPER));
        assertThat(TEAM.findMember.membership(cy, slug).role()).isEqualTo(Role.DEVELOPER);

        TEAM.remove.remove(tenant, owner, cy);

        assertThat(TEAM.findMember.memberships(cy)).isEmpty();
        assertThatThrownBy(() -> TEAM.findMember.membership(cy, slug)).isInstanceOf(NotFoundException.class);
        assertThat(TEAM.subjects(at("cy")))
                .containsExactlyInAnyOrder(
                        "Your role at Shop " + slug + " has changed", "You are no longer a member of Shop " + slug);
        assertThat(TEAM.actions(tenant)).endsWith("member.role_changed", "member.removed");
    }

    @Test
    void keepsTheLastOwner() {
        assertThatThrownBy(() -> TEAM.remove.remove(tenant, owner, owner)).isInstanceOf(LastOwnerException.class);
        assertThatThrownBy(() -> TEAM.changeRole.change(new ChangeRoleCommand(tenant, owner, owner, Role.VIEWER)))
                .isInstanceOf(LastOwnerException.class);
        assertThat(members()).extracting(TeamMember::role).containsExactly(Role.OWNER);
        assertThat(TEAM.actions(tenant)).doesNotContain("member.removed", "member.role_changed");
    }

    @Test
    void keepsAnOwnerWhenTwoTakeEachOtherDownAtOnce() throws Exception {
        for (int round = 0; round < 8; round++) {
            TenantId shop = TEAM.tenant(slug + "-r" + round);
            PersonId a = TEAM.member(shop, "a" + round + "@" + slug + ".example", Role.OWNER);
            PersonId b = TEAM.member(shop, "b" + round + "@" + slug + ".example", Role.OWNER);
            boolean removes = round % 2 == 0;
            List<Boolean> done = atOnce(() -> takesDown(shop, a, b, removes), () -> takesDown(shop, b, a, removes));
            assertThat(done).as("round " + round).containsExactlyInAnyOrder(true, false);
            assertThat(owners(shop)).isEqualTo(1);
        }
    }

    /** The rule in the code is taken away: the database alone still keeps an owner. */
    @Test
    void keepsAnOwnerInTheDatabaseAlone() throws Exception {
        for (int round = 0; round < 8; round++) {
            TenantId shop = TEAM.tenant(slug + "-d" + round);
            PersonId a = TEAM.member(shop, "c" + round + "@" + slug + ".example", Role.OWNER);
            PersonId b = TEAM.member(shop, "d" + round + "@" + slug + ".example", Role.OWNER);
            List<Boolean> done = atOnce(() -> goes(shop, a), () -> goes(shop, b));
            assertThat(done).as("round " + round).containsExactlyInAnyOrder(true, false);
            assertThat(owners(shop)).isEqualTo(1);
        }
    }

    private boolean goes(TenantId shop, PersonId person) {
        try {
            TEAM.unitOfWork.runInTenant(shop, () -> TEAM.books.team().remove(shop, person));
            return true;
        } catch (LastOwnerException e) {
            return false;
        }
    }

    private boolean takesDown(TenantId shop, PersonId by, PersonId whom, boolean removes) {
        try {
            if (removes) {
                TEAM.remove.remove(shop, by, whom);
            } else {
                TEAM.changeRole.change(new ChangeRoleCommand(shop, by, whom, Role.VIEWER));
            }
            return true;
        } catch (NotPermittedException | NotFoundException | LastOwnerException e) {
            return false;
        }
    }

    private static long owners(TenantId shop) {
        return TEAM.findTeam.of(shop).members().stream()
                .filter(member -> member.role() == Role.OWNER)
                .count();
    }

    @Test
    void usesATokenUpOnceWhoeverIsQuicker() throws Exception {
        invite("race", Role.VIEWER);
        String token = TEAM.token(at("race"));
        Callable<Boolean> accepts = () -> {
            try {
                TEAM.accept.asNewcomer(token, "Race", CHOSEN);
                return true;
            } catch (InvitationClosedException | SignInFirstException e) {
                return false;
            }
        };
        assertThat(atOnce(accepts, accepts)).containsExactlyInAnyOrder(true, false);
        assertThat(members()).hasSize(2);
    }

    @Test
    void refusesWeakPasswordsOfNewcomers() {
        invite("weak", Role.VIEWER);
        String token = TEAM.token(at("weak"));
        for (String weak :
                List.of("short", "password1234", "123456789012", "aaaaaaaaaaaaaa", at("weak"), "x".repeat(129))) {
            assertThatThrownBy(() -> TEAM.accept.asNewcomer(token, "Weak", weak))
                    .as(weak)
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThat(TEAM.people.byEmail(new EmailAddress(at("weak")))).isEmpty();
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            Future<Boolean> second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }
}
