package com.tillhouse.core.adapter.antom.wire;

import com.alipay.global.api.BaseAlipayClient;
import com.alipay.global.api.net.HttpRpcResult;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SDK with our transport and our check of answers in it; decides nothing itself. One for each key version of an account; threads may share it. */
public final class AntomClient extends BaseAlipayClient {
    private final AntomTransport transport;
    private final AnswerCheck check;
    private final @Nullable String agentToken;

    /**
     * Speaks for one client id.
     *
     * @param host base address of Antom, without a path
     * @param privateKey PKCS#8 DER in base64
     * @param antomPublicKeys X.509 DER in base64; any of them may have signed an answer, the first is the likeliest
     * @param agentToken Antom's token for those who call on a merchant's behalf; null when there is none
     */
    public AntomClient(
            String host,
            String clientId,
            String privateKey,
            List<String> antomPublicKeys,
            @Nullable String agentToken,
            AntomTransport transport) {
        super(host, privateKey, antomPublicKeys.getFirst(), clientId);
        this.transport = transport;
        this.check = new AnswerCheck(clientId, antomPublicKeys);
        this.agentToken = agentToken;
    }

    @Override
    public Map<String, String> buildCustomHeader() {
        return agentToken == null ? Map.of() : Map.of("agent-token", agentToken);
    }

    @Override
    public HttpRpcResult sendRequest(String requestUrl, String httpMethod, Map<String, String> header, String reqBody) {
        URI target = URI.create(requestUrl);
        return check.accept(target.getRawPath(), transport.post(target, header, reqBody));
    }
}
