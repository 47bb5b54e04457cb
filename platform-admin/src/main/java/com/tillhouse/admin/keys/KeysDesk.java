package com.tillhouse.admin.keys;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.core.gatewaykey.domain.AgentToken;
import com.tillhouse.core.gatewaykey.usecase.ActivateGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.AddGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.EnterAntomKey;
import com.tillhouse.core.gatewaykey.usecase.EnterAntomKeyCommand;
import com.tillhouse.core.gatewaykey.usecase.FindGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.OpenGatewayAccount;
import com.tillhouse.core.gatewaykey.usecase.OpenGatewayAccountCommand;
import com.tillhouse.core.gatewaykey.usecase.RetireGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.UploadGatewayKeyCommand;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.NotPermittedException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The view's only way to keys. Takes the slug of the address and asks on every call whether the member may touch that tenant's. */
@Component
final class KeysDesk {
    private final TenantAccess access;
    private final MemberActs acts;
    private final FindGatewayKeys find;
    private final OpenGatewayAccount open;
    private final Keys keys;
    private final StepUp stepUp;

    KeysDesk(
            TenantAccess access,
            MemberActs acts,
            StepUp stepUp,
            FindGatewayKeys find,
            OpenGatewayAccount open,
            Keys keys) {
        this.access = access;
        this.stepUp = stepUp;
        this.acts = acts;
        this.find = find;
        this.open = open;
        this.keys = keys;
    }

    /** What is done with a key version, from its beginning to its end. */
    @Component
    record Keys(AddGatewayKeys add, EnterAntomKey enter, ActivateGatewayKeys activate, RetireGatewayKeys retire) {}

    /** Has the person show a second factor first; every act upon keys begins here. */
    void begin(Runnable act) {
        stepUp.then(act);
    }

    Membership business(String slug) {
        return access.require(slug);
    }

    Optional<FindGatewayKeys.Overview> find(String slug, Mode mode) {
        return find.find(permitted(slug), mode);
    }

    void open(String slug, Mode mode, String clientId, String host, @Nullable String agentToken) {
        act(
                slug,
                tenant -> open.open(new OpenGatewayAccountCommand(
                        tenant, mode, clientId, host, agentToken == null ? null : new AgentToken(agentToken))));
    }

    void make(String slug, Mode mode) {
        act(slug, tenant -> keys.add.make(tenant, mode));
    }

    void upload(String slug, Mode mode, String privateKey, @Nullable String publicKey) {
        act(slug, tenant -> keys.add.upload(new UploadGatewayKeyCommand(tenant, mode, privateKey, publicKey)));
    }

    void enterAntomKey(String slug, Mode mode, String antomKey, @Nullable Integer keyVersion) {
        act(slug, tenant -> keys.enter.enter(new EnterAntomKeyCommand(tenant, mode, antomKey, keyVersion)));
    }

    void activate(String slug, Mode mode, int version) {
        act(slug, tenant -> keys.activate.activate(tenant, mode, version));
    }

    void retire(String slug, Mode mode, int version) {
        act(slug, tenant -> keys.retire.retire(tenant, mode, version));
    }

    /** For the signed-in person, if it may. */
    private void act(String slug, Consumer<TenantId> work) {
        TenantId tenant = permitted(slug);
        acts.record(() -> {
            work.accept(tenant);
            return tenant;
        });
    }

    private TenantId permitted(String slug) {
        Membership membership = access.require(slug);
        if (!membership.role().changesSettings()) {
            throw new NotPermittedException("Only owners and developers see and change keys.");
        }
        return membership.tenant();
    }
}
