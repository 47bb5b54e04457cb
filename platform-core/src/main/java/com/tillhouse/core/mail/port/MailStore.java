package com.tillhouse.core.mail.port;

import com.tillhouse.core.mail.domain.MailClaim;
import com.tillhouse.core.mail.domain.MailOutcome;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.shared.AcrossTenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Mails on their way. They belong to whoever gets them, so none names a tenant. */
public interface MailStore {

    /** Keeps a mail in the transaction of what it tells of; there must be one. */
    @AcrossTenants("a mail belongs to whoever gets it; whoever adds one can't read any")
    void add(OutgoingMail mail);

    /** Takes mails that are due and that nobody else holds, for as long as the lease. */
    @AcrossTenants("the worker sends all mails; no other role reads them")
    List<MailClaim> claimDue(Instant now, Duration lease, int limit);

    /** Writes down what became of a claimed mail, and forgets what it said once it is over. False when somebody else has claimed it since. */
    @AcrossTenants("the worker sends all mails; no other role reads them")
    boolean record(MailClaim claim, MailOutcome outcome);

    /** Deletes mails that ended before; answers how many. */
    @AcrossTenants("the worker sends all mails; no other role reads them")
    int forget(Instant before);
}
