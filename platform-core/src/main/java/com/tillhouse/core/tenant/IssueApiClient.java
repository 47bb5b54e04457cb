package com.tillhouse.core.tenant;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.UnitOfWork;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;

/** Makes an API client with its first secret, which is shown this once. */
public final class IssueApiClient {
    /** The API's newest version; new clients are pinned to it. */
    public static final LocalDate API_VERSION = LocalDate.of(2026, 11, 1);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private final UnitOfWork unitOfWork;
    private final ApiClientRepository clients;
    private final RecordAudit audit;
    private final InstantSource clock;

    public IssueApiClient(UnitOfWork unitOfWork, ApiClientRepository clients, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a new client of this tenant and answers its id and secret. */
    public IssuedSecret issue(IssueApiClientCommand command) {
        Instant now = clock.instant();
        IssuedSecret issued = new IssuedSecret(RandomId.withPrefix("tc_"), 1, freshSecret());
        ApiClient client = new ApiClient(
                command.tenant(),
                issued.clientId(),
                command.mode(),
                command.name(),
                command.scopes(),
                API_VERSION,
                now,
                null,
                null,
                List.of(new ClientSecret(1, ClientSecret.hashOf(issued.secret()), now, null, null)));
        unitOfWork.runInTenant(command.tenant(), () -> {
            clients.add(command.tenant(), client);
            audit.record(
                    command.tenant(),
                    AuditNote.of(AuditAction.API_CLIENT_ISSUED, client.clientId())
                            .with("mode", client.mode())
                            .with("name", client.name())
                            .with("scopes", String.join(" ", new TreeSet<>(client.scopes()))));
        });
        return issued;
    }

    /** 256 random bits; the prefix lets scanners recognise a leaked one. */
    static String freshSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return "ths_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
