package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.usecase.AnswerAccess;
import com.tillhouse.core.operator.usecase.ChangeOperatorPolicy;
import com.tillhouse.core.operator.usecase.OpenAccess;
import com.tillhouse.core.operator.usecase.OpenAccessCommand;
import com.tillhouse.core.operator.usecase.SuspendForReason;
import com.tillhouse.core.operator.usecase.UseAccess;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The privileged acts of operators, and of owners about them. */
final class OperatorActs {
    private static final String REASON = "Ticket 4711: a payment hangs";

    private final BeanFactory beans;
    private final TenantId tenant;
    private final PersonId owner;
    private final PersonId operator;

    OperatorActs(BeanFactory beans, JdbcClient truth, TenantId tenant, PersonId owner) {
        this.beans = beans;
        this.tenant = tenant;
        this.owner = owner;
        this.operator = new PersonId(UUID.randomUUID());
        truth.sql("""
                        insert into person (person_id, email, password_hash, created_at)
                        values (:id, :email, 'none', now())""")
                .param("id", operator.value())
                .param("email", operator + "@tillhouse.example")
                .update();
        truth.sql("insert into operator (person_id, enrolled_at) values (:id, now())")
                .param("id", operator.value())
                .update();
    }

    /** What has to be there before, and the act itself. */
    Runnable prepared(AuditAction action) {
        return switch (action) {
            case OPERATOR_ACCESS_REQUESTED -> {
                ask(true);
                yield this::open;
            }
            case OPERATOR_ACCESS_FORCED -> {
                ask(true);
                yield () -> beans.getBean(OpenAccess.class).open(command().breakingGlass());
            }
            case OPERATOR_ACCESS_CONSENTED -> {
                ask(true);
                AccessGrant asked = open();
                yield () -> answer().consent(tenant, asked.id(), owner);
            }
            case OPERATOR_ACCESS_REFUSED -> {
                ask(true);
                AccessGrant asked = open();
                yield () -> answer().end(tenant, asked.id(), owner);
            }
            case OPERATOR_ACCESS_ENDED -> {
                AccessGrant grant = open();
                yield () -> beans.getBean(UseAccess.class).leave(tenant, grant.id(), operator);
            }
            case OPERATOR_LOOKED -> {
                open();
                yield () -> beans.getBean(UseAccess.class).looked(tenant, operator, "payments");
            }
            case OPERATOR_POLICY_CHANGED -> () -> ask(true);
            case TENANT_SUSPENDED -> () -> suspending().suspend(tenant, operator, REASON);
            case TENANT_RESUMED -> () -> suspending().resume(tenant, operator, REASON);
            default -> this::open;
        };
    }

    private AccessGrant open() {
        return beans.getBean(OpenAccess.class).open(command());
    }

    private OpenAccessCommand command() {
        return OpenAccessCommand.of(tenant, operator, AccessScope.READ, REASON, Duration.ofHours(1));
    }

    private AnswerAccess answer() {
        return beans.getBean(AnswerAccess.class);
    }

    private SuspendForReason suspending() {
        return beans.getBean(SuspendForReason.class);
    }

    private void ask(boolean first) {
        beans.getBean(ChangeOperatorPolicy.class).askFirst(tenant, first, owner);
    }
}
