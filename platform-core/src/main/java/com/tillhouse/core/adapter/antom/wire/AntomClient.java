package com.tillhouse.core.adapter.antom.wire;

import com.alipay.global.api.BaseAlipayClient;
import com.alipay.global.api.net.HttpRpcResult;
import java.net.URI;
import java.util.Map;

/** The SDK with our transport and our check of answers in it; decides nothing itself. One for each key version of an account; threads may share it. */
public final class AntomClient extends BaseAlipayClient {
    private final AntomTransport transport;
    private final AnswerCheck check;

    /**
     * Speaks for one client id.
     *
     * @param host base address of Antom, without a path
     * @param privateKey PKCS#8 DER in base64
     * @param antomPublicKey X.509 DER in base64
     */
    public AntomClient(
            String host, String clientId, String privateKey, String antomPublicKey, AntomTransport transport) {
        super(host, privateKey, antomPublicKey, clientId);
        this.transport = transport;
        this.check = new AnswerCheck(clientId, antomPublicKey);
    }

    @Override
    public Map<String, String> buildCustomHeader() {
        return Map.of();
    }

    @Override
    public HttpRpcResult sendRequest(String requestUrl, String httpMethod, Map<String, String> header, String reqBody) {
        URI target = URI.create(requestUrl);
        return check.accept(target.getRawPath(), transport.post(target, header, reqBody));
    }
}
