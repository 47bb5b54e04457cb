package com.tillhouse.core.adapter.antom.wire;

import com.alipay.global.api.net.HttpRpcResult;
import com.tillhouse.core.adapter.antom.wire.AntomTransport.Answer;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an answer is believed, before the SDK's parser sees a byte of it: HTTP 200, UTF-8, both signature headers, a signature that
 * verifies, and a result that says S, F or U. The SDK itself takes an unsigned answer for good (Antom: protocol of responses).
 */
final class AnswerCheck {
    private final String clientId;
    private final List<String> antomPublicKeys;

    AnswerCheck(String clientId, List<String> antomPublicKeys) {
        this.clientId = clientId;
        this.antomPublicKeys = List.copyOf(antomPublicKeys);
    }

    /**
     * The answer in the form the SDK goes on with.
     *
     * @throws UnreliableAnswerException when it is not to be believed
     */
    HttpRpcResult accept(String path, Answer answer) {
        if (answer.status() != 200) {
            throw new UnreliableAnswerException(Reason.UNREADABLE, "HTTP status " + answer.status());
        }
        String text = text(answer.body());
        List<String> signatures = answer.values("signature");
        List<String> times = answer.values("response-time");
        Optional<SignatureHeader> header =
                signatures.size() == 1 ? SignatureHeader.parse(signatures.getFirst()) : Optional.empty();
        if (header.isEmpty() || times.size() != 1 || times.getFirst().isBlank()) {
            throw new UnreliableAnswerException(
                    Reason.UNSIGNED, "no complete signature and response-time", refusal(text));
        }
        String time = times.getFirst();
        SignedContent content = new SignedContent(path, clientId, time, answer.body());
        Optional<String> signer = antomPublicKeys.stream()
                .filter(key -> content.signedBy(key, signatures.getFirst()))
                .findFirst();
        if (signer.isEmpty()) {
            throw new UnreliableAnswerException(Reason.FORGED, "the signature does not verify");
        }
        if (ResultReader.read(text).isEmpty()) {
            throw new UnreliableAnswerException(Reason.UNREADABLE, "no JSON with a result of S, F or U");
        }
        HttpRpcResult believed = new HttpRpcResult();
        believed.setRspCode(answer.status());
        believed.setRspBody(text);
        // The SDK checks once more, but knows only the first key; without these two it takes our word.
        if (signer.get().equals(antomPublicKeys.getFirst())) {
            believed.setRspSign(header.get().signature());
            believed.setResponseTime(time);
        }
        return believed;
    }

    /** What an unsigned answer says, unless it claims a success. */
    private static @Nullable ProviderResult refusal(String text) {
        return ResultReader.read(text)
                .filter(result -> !"S".equals(result.status()))
                .orElse(null);
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreliableAnswerException(Reason.UNREADABLE, "the answer is not UTF-8");
        }
    }
}
