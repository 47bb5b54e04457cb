package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresInvitationRepository;
import com.tillhouse.core.adapter.postgres.PostgresTeamRepository;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.port.MailStore;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.team.usecase.AcceptInvitation;
import com.tillhouse.core.team.usecase.Admission;
import com.tillhouse.core.team.usecase.ApprovableRoleChange;
import com.tillhouse.core.team.usecase.ChangeRole;
import com.tillhouse.core.team.usecase.FindInvitation;
import com.tillhouse.core.team.usecase.FindTeam;
import com.tillhouse.core.team.usecase.InviteMember;
import com.tillhouse.core.team.usecase.RemoveMember;
import com.tillhouse.core.team.usecase.RevokeInvitation;
import com.tillhouse.core.team.usecase.TeamBooks;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.TenantRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TeamConfiguration {

    @Bean
    TeamBooks teamBooks(
            JdbcClient jdbc, NarrowRole narrow, TenantRepository tenants, MailStore mails, RequireApproval approvals) {
        return new TeamBooks(
                new PostgresTeamRepository(jdbc),
                new PostgresInvitationRepository(jdbc, narrow),
                tenants,
                mails,
                approvals);
    }

    @Bean
    FindTeam findTeam(UnitOfWork unitOfWork, TeamBooks books) {
        return new FindTeam(unitOfWork, books);
    }

    @Bean
    InviteMember inviteMember(
            UnitOfWork unitOfWork, TeamBooks books, RecordAudit audit, AdminAddress admin, InstantSource clock) {
        return new InviteMember(unitOfWork, books, audit, admin, clock);
    }

    @Bean
    RevokeInvitation revokeInvitation(UnitOfWork unitOfWork, TeamBooks books, RecordAudit audit, InstantSource clock) {
        return new RevokeInvitation(unitOfWork, books, audit, clock);
    }

    @Bean
    ChangeRole changeRole(
            UnitOfWork unitOfWork, TeamBooks books, RecordAudit audit, AdminAddress admin, InstantSource clock) {
        return new ChangeRole(unitOfWork, books, audit, admin, clock);
    }

    @Bean
    ApprovableRoleChange approvableRoleChange(TeamBooks books, ChangeRole change) {
        return new ApprovableRoleChange(books, change);
    }

    @Bean
    RemoveMember removeMember(UnitOfWork unitOfWork, TeamBooks books, RecordAudit audit, InstantSource clock) {
        return new RemoveMember(unitOfWork, books, audit, clock);
    }

    @Bean
    FindInvitation findInvitation(
            UnitOfWork unitOfWork, TeamBooks books, PersonRepository people, InstantSource clock) {
        return new FindInvitation(unitOfWork, books, people, clock);
    }

    @Bean
    Admission admission(
            UnitOfWork unitOfWork,
            TeamBooks books,
            MemberRepository members,
            RecordAudit audit,
            AdminAddress admin,
            InstantSource clock) {
        return new Admission(unitOfWork, books, members, audit, admin, clock);
    }

    @Bean
    AcceptInvitation acceptInvitation(
            FindInvitation invitations,
            TeamBooks books,
            Admission admission,
            PersonRepository people,
            PasswordVault passwords,
            InstantSource clock) {
        return new AcceptInvitation(invitations, books, admission, people, passwords, clock);
    }
}
