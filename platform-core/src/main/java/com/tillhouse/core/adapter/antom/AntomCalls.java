package com.tillhouse.core.adapter.antom;

import com.alipay.global.api.exception.AlipayApiException;
import com.alipay.global.api.model.Result;
import com.alipay.global.api.request.AlipayRequest;
import com.alipay.global.api.response.AlipayResponse;
import com.tillhouse.core.adapter.antom.wire.AntomClient;
import com.tillhouse.core.adapter.antom.wire.UnreliableAnswerException;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;

/**
 * One call through the SDK, and what its end means. This is the one place outside a worker's loop that catches everything: the SDK parses with a
 * library that may throw whatever it likes, and after bytes were sent no surprise may pass for a failure.
 */
final class AntomCalls {
    /** In the names of Antom's interfaces that only ask. */
    private static final String INQUIRY = "/inquiry";

    private final AntomClients clients;
    private final CallTrail trail;

    AntomCalls(AntomClients clients) {
        this.clients = clients;
        this.trail = clients.trail();
    }

    /**
     * Sends a fresh request, signed by the account's active key version. Confirmed is a signed S and brings the answer as the SDK read it.
     *
     * @param objectId the object of the tenant that the call is about; the call is noted on its trail
     */
    <R extends AlipayResponse> Outcome<R> send(GatewayAccount account, String objectId, AlipayRequest<R> request) {
        return trail.note(account.tenant(), objectId, request.getPath(), () -> sendUnnoted(account, request));
    }

    /** As {@link #send}, for a call that is about no object of the tenant. */
    <R extends AlipayResponse> Outcome<R> sendUnnoted(GatewayAccount account, AlipayRequest<R> request) {
        AntomClient client = clients.of(account);
        request.setKeyVersion(account.signingKey().keyVersion());
        boolean harmless = request.getPath().contains(INQUIRY);
        return clients.line(account).call(harmless, () -> execute(client, request));
    }

    private static <R extends AlipayResponse> Outcome<R> execute(AntomClient client, AlipayRequest<R> request) {
        try {
            return said(client.execute(request));
        } catch (UnreliableAnswerException e) {
            return new Outcome.Undetermined<>(e.reason(), e.detail(), e.hint());
        } catch (AlipayApiException | RuntimeException | LinkageError | StackOverflowError e) {
            return new Outcome.Undetermined<>(
                    Reason.UNREADABLE, "the SDK gave up: " + e.getClass().getName(), null);
        }
    }

    private static <R extends AlipayResponse> Outcome<R> said(R answer) {
        Result result = answer.getResult();
        if (result == null || result.getResultStatus() == null) {
            return new Outcome.Undetermined<>(Reason.UNREADABLE, "no known result", null);
        }
        String code = result.getResultCode() == null ? "" : result.getResultCode();
        ProviderResult said = new ProviderResult(result.getResultStatus().name(), code, result.getResultMessage());
        return switch (result.getResultStatus()) {
            case S -> new Outcome.Confirmed<>(answer, said);
            case F -> new Outcome.Declined<>(said);
            case U -> new Outcome.Undetermined<>(Reason.SAID_UNKNOWN, "Antom says that it does not know", said);
        };
    }
}
