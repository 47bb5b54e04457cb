package com.tillhouse.core.adapter.antom;

import com.tillhouse.core.adapter.antom.page.InquiryAnswer;
import com.tillhouse.core.adapter.antom.page.InquiryRequest;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.KeyProofGateway;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.RandomId;

/** Proves keys by asking for a payment nobody made: a signed "no such order" is the good answer. */
public final class AntomKeyProofGateway implements KeyProofGateway {
    /** Result codes that speak of the order, not of the client or its keys. */
    private static final String OF_THE_ORDER = "ORDER_";

    private final AntomCalls calls;

    public AntomKeyProofGateway(AntomClients clients) {
        this.calls = new AntomCalls(clients);
    }

    @Override
    public Outcome<ProviderResult> prove(GatewayAccount account) {
        return switch (calls.sendUnnoted(account, new InquiryRequest(RandomId.withPrefix("proof_")))) {
            case Outcome.Confirmed<InquiryAnswer> said -> new Outcome.Confirmed<>(said.result(), said.result());
            case Outcome.Declined<InquiryAnswer> no ->
                no.result().code().startsWith(OF_THE_ORDER)
                        ? new Outcome.Confirmed<>(no.result(), no.result())
                        : new Outcome.Declined<>(no.result());
            case Outcome.Undetermined<InquiryAnswer> lost ->
                new Outcome.Undetermined<>(lost.reason(), lost.detail(), lost.hint());
        };
    }
}
