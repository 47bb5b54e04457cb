package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.mail.domain.MailClaim;
import com.tillhouse.core.mail.port.MailStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.signin.usecase.ChangePassword;
import com.tillhouse.core.signin.usecase.EndSignIn;
import com.tillhouse.core.signin.usecase.FollowSignIn;
import com.tillhouse.core.signin.usecase.NoteFailedSignIns;
import com.tillhouse.core.signin.usecase.RequestPasswordReset;
import com.tillhouse.core.signin.usecase.ResetPassword;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.team.usecase.AcceptInvitation;
import com.tillhouse.core.team.usecase.ChangeRole;
import com.tillhouse.core.team.usecase.ChangeRoleCommand;
import com.tillhouse.core.team.usecase.InviteMember;
import com.tillhouse.core.team.usecase.InviteMemberCommand;
import com.tillhouse.core.team.usecase.RemoveMember;
import com.tillhouse.core.team.usecase.RevokeInvitation;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.AddMemberCommand;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;

/** Privileged acts upon teams and sign-ins, each with what has to be there before. */
final class TeamActsFixture {
    private static final String PASSWORD = "correct horse battery";
    private static final String CHOSEN = "seven quiet lanterns";
    private static final Pattern LINK = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    private final BeanFactory beans;
    private final TenantId tenant;
    private final String email = UUID.randomUUID() + "@shop.example";
    private final PersonId owner;

    TeamActsFixture(BeanFactory beans, TenantId tenant) {
        this.beans = beans;
        this.tenant = tenant;
        this.owner = member(email, Role.OWNER);
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    private PersonId member(String address, Role role) {
        return bean(AddMember.class).handle(new AddMemberCommand(tenant, new EmailAddress(address), PASSWORD, role));
    }

    private Invitation invite(String address) {
        return bean(InviteMember.class)
                .invite(new InviteMemberCommand(tenant, owner, new EmailAddress(address), Role.VIEWER));
    }

    private String token(String address) {
        Instant now = bean(InstantSource.class).instant();
        for (MailClaim claim : bean(MailStore.class).claimDue(now, Duration.ofMinutes(1), 1000)) {
            Matcher link = LINK.matcher(claim.mail().text());
            if (claim.mail().to().equals(address) && link.find()) {
                return link.group(1);
            }
        }
        throw new AssertionError("no link for " + address);
    }

    Runnable prepared(AuditAction action) {
        String other = UUID.randomUUID() + "@shop.example";
        return switch (action) {
            case MEMBER_INVITED -> () -> invite(other);
            case INVITATION_REVOKED -> {
                String id = invite(other).id();
                yield () -> bean(RevokeInvitation.class).revoke(tenant, owner, id);
            }
            case INVITATION_ACCEPTED -> {
                invite(other);
                String token = token(other);
                yield () -> bean(AcceptInvitation.class).asNewcomer(token, "Ana", CHOSEN);
            }
            case MEMBER_ROLE_CHANGED -> {
                PersonId person = member(other, Role.VIEWER);
                yield () -> bean(ChangeRole.class).change(new ChangeRoleCommand(tenant, owner, person, Role.FINANCE));
            }
            case MEMBER_REMOVED -> {
                PersonId person = member(other, Role.VIEWER);
                yield () -> bean(RemoveMember.class).remove(tenant, owner, person);
            }
            default -> ofSignIn(action);
        };
    }

    private Runnable ofSignIn(AuditAction action) {
        return switch (action) {
            case SIGN_IN_FAILED -> () -> bean(NoteFailedSignIns.class).note(email, 3, Instant.EPOCH, "203.0.113.9");
            case SIGNED_OUT -> {
                String id = bean(FollowSignIn.class).begin(owner, "203.0.113.7", null);
                yield () -> bean(EndSignIn.class).signOut(owner, id);
            }
            case SIGN_IN_REVOKED -> {
                String id = bean(FollowSignIn.class).begin(owner, "203.0.113.7", null);
                yield () -> bean(EndSignIn.class).revoke(owner, id);
            }
            case PASSWORD_CHANGED -> () -> bean(ChangePassword.class).change(owner, PASSWORD, CHOSEN, "");
            case PASSWORD_RESET -> {
                bean(RequestPasswordReset.class).request(email);
                String token = token(email);
                yield () -> bean(ResetPassword.class).reset(token, CHOSEN);
            }
            default -> throw new AssertionError(action + " is no act upon a team or a sign-in");
        };
    }
}
