package com.tillhouse.core.team;

import com.tillhouse.core.AuditFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.password.Argon2PasswordVault;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresInvitationRepository;
import com.tillhouse.core.adapter.postgres.PostgresMailStore;
import com.tillhouse.core.adapter.postgres.PostgresMemberRepository;
import com.tillhouse.core.adapter.postgres.PostgresPasswordStore;
import com.tillhouse.core.adapter.postgres.PostgresPersonRepository;
import com.tillhouse.core.adapter.postgres.PostgresProposalStore;
import com.tillhouse.core.adapter.postgres.PostgresSignInStore;
import com.tillhouse.core.adapter.postgres.PostgresTeamRepository;
import com.tillhouse.core.adapter.postgres.PostgresTenantRepository;
import com.tillhouse.core.adapter.postgres.PostgresUnitOfWork;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.adapter.vault.MasterKeys;
import com.tillhouse.core.adapter.vault.TinkSecretVault;
import com.tillhouse.core.adapter.vault.WrappedKeysetStore;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.domain.Mail;
import com.tillhouse.core.mail.domain.MailAnswer;
import com.tillhouse.core.mail.port.MailSender;
import com.tillhouse.core.mail.port.MailStore;
import com.tillhouse.core.mail.usecase.SendMails;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.signin.port.SignInStore;
import com.tillhouse.core.signin.usecase.ChangePassword;
import com.tillhouse.core.signin.usecase.EndSignIn;
import com.tillhouse.core.signin.usecase.FollowSignIn;
import com.tillhouse.core.signin.usecase.RequestPasswordReset;
import com.tillhouse.core.signin.usecase.ResetPassword;
import com.tillhouse.core.team.usecase.AcceptInvitation;
import com.tillhouse.core.team.usecase.Admission;
import com.tillhouse.core.team.usecase.ChangeRole;
import com.tillhouse.core.team.usecase.FindInvitation;
import com.tillhouse.core.team.usecase.FindTeam;
import com.tillhouse.core.team.usecase.InviteMember;
import com.tillhouse.core.team.usecase.RemoveMember;
import com.tillhouse.core.team.usecase.RevokeInvitation;
import com.tillhouse.core.team.usecase.TeamBooks;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.AddMemberCommand;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.FindMember;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.PasswordVault;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.RecordSignIn;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Teams, mails and sign-ins on a database of their own, with a clock that tests move and a mail server that keeps what it gets. */
public final class TeamFixture {
    public static final String PASSWORD = "correct horse battery";
    private static final Pattern LINK = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    public final TestPostgres.Database database = TestPostgres.fresh();
    public final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    public final InstantSource clock = now::get;
    public final List<Mail> mailed = new ArrayList<>();
    public final AtomicReference<MailAnswer> answer = new AtomicReference<>(MailAnswer.TAKEN);

    public final DataSource source = database.app();
    public final JdbcClient jdbc = JdbcClient.create(source);
    public final JdbcClient superuser = JdbcClient.create(database.superuser());
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    public final NarrowRole narrow = new NarrowRole(transactions, jdbc);
    public final UnitOfWork unitOfWork = new PostgresUnitOfWork(transactions, jdbc);
    public final PersonRepository people = new PostgresPersonRepository(jdbc, narrow);
    public final MemberRepository members = new PostgresMemberRepository(jdbc);
    public final PasswordVault passwords = new Argon2PasswordVault();
    public final RecordAudit audit = AuditFixture.audit(unitOfWork, jdbc, clock);
    public final MailStore mails =
            new PostgresMailStore(jdbc, narrow, vault(), JsonMapper.builder().build());
    public final AdminAddress admin = new AdminAddress(URI.create("https://admin.example"));
    public final TeamBooks books = new TeamBooks(
            new PostgresTeamRepository(jdbc),
            new PostgresInvitationRepository(jdbc, narrow),
            new PostgresTenantRepository(jdbc, narrow),
            mails,
            new RequireApproval(unitOfWork, new PostgresProposalStore(jdbc)));
    public final FindMember findMember = new FindMember(unitOfWork, people, members, passwords);
    public final FindTeam findTeam = new FindTeam(unitOfWork, books);
    public final InviteMember invite = new InviteMember(unitOfWork, books, audit, admin, clock);
    public final RevokeInvitation revoke = new RevokeInvitation(unitOfWork, books, audit, clock);
    public final ChangeRole changeRole = new ChangeRole(unitOfWork, books, audit, admin, clock);
    public final RemoveMember remove = new RemoveMember(unitOfWork, books, audit, clock);
    public final FindInvitation offers = new FindInvitation(unitOfWork, books, people, clock);
    public final AcceptInvitation accept = new AcceptInvitation(
            offers, books, new Admission(unitOfWork, books, members, audit, admin, clock), people, passwords, clock);
    public final SignInStore signIns = new PostgresSignInStore(jdbc, narrow);
    public final FollowSignIn follow = new FollowSignIn(signIns, clock);
    public final RecordSignIn record = new RecordSignIn(unitOfWork, people, audit);
    public final EndSignIn endSignIn = new EndSignIn(signIns, record, clock);
    private final PostgresPasswordStore store = new PostgresPasswordStore(jdbc, narrow, mails);
    public final RequestPasswordReset askReset = new RequestPasswordReset(people, store, admin, clock);
    public final ResetPassword reset = new ResetPassword(people, store, passwords, record, admin, clock);
    public final ChangePassword changePassword = new ChangePassword(people, store, passwords, record, admin, clock);
    public final SendMails sendMails = new SendMails(mails, new Kept(), clock);

    private SecretVault vault() {
        try {
            Path key = Files.createTempDirectory("team-it").resolve("master.key");
            MasterKey.create(key);
            return new TinkSecretVault(
                    MasterKeys.of(MasterKey.read(key)), new WrappedKeysetStore(jdbc, transactions), clock);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public TenantId tenant(String slug) {
        TenantId id = new TenantId(UUID.randomUUID());
        new RegisterTenant(unitOfWork, books.tenants(), audit, clock).register(id, slug, "Shop " + slug);
        return id;
    }

    public PersonId member(TenantId tenant, String email, Role role) {
        return new AddMember(unitOfWork, people, members, passwords, audit, clock)
                .handle(new AddMemberCommand(tenant, new EmailAddress(email), PASSWORD, role));
    }

    /** Sends what is due; answers how many were tried. */
    public int send() {
        var claimed = sendMails.claim(100);
        claimed.forEach(sendMails::send);
        return claimed.size();
    }

    /** The token in the newest mail to this address, once all mails are sent. */
    public String token(String email) {
        send();
        Mail mail = mailed.stream()
                .filter(one -> one.to().equals(email))
                .reduce((first, second) -> second)
                .orElseThrow();
        Matcher link = LINK.matcher(mail.text());
        if (!link.find()) {
            throw new AssertionError("no link in " + mail);
        }
        return link.group(1);
    }

    public List<String> subjects(String email) {
        send();
        return mailed.stream()
                .filter(mail -> mail.to().equals(email))
                .map(Mail::subject)
                .toList();
    }

    public List<String> actions(TenantId tenant) {
        return superuser
                .sql("select action from audit_entry where tenant_id = :tenant order by number")
                .param("tenant", tenant.value())
                .query(String.class)
                .list();
    }

    private final class Kept implements MailSender {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public MailAnswer send(String id, Mail mail) {
            if (answer.get().kind() == MailAnswer.Kind.TAKEN) {
                mailed.add(mail);
            }
            return answer.get();
        }
    }
}
