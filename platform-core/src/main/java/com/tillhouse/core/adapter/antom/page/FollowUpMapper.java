package com.tillhouse.core.adapter.antom.page;

import com.alipay.global.api.model.Result;
import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.checkout.domain.FollowUp;
import com.tillhouse.core.gateway.ProviderResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the refunds and captures out of a signed answer to inquiryPayment. */
final class FollowUpMapper {
    private static final Map<String, FollowUp.Kind> KINDS =
            Map.of("REFUND", FollowUp.Kind.REFUND, "CAPTURE", FollowUp.Kind.CAPTURE);
    private static final Map<String, FollowUp.Standing> STANDINGS = Map.of(
            "SUCCESS", FollowUp.Standing.SUCCEEDED,
            "FAIL", FollowUp.Standing.FAILED,
            "PROCESSING", FollowUp.Standing.IN_PROCESS,
            "PENDING", FollowUp.Standing.IN_PROCESS);

    private FollowUpMapper() {}

    /** Those of the kinds we count, other kinds left out; empty when one of ours can't be read. */
    static Optional<List<FollowUp>> read(@Nullable List<FollowUpAnswer> answers) {
        List<FollowUp> found = new ArrayList<>();
        for (FollowUpAnswer answer : answers == null ? List.<FollowUpAnswer>of() : answers) {
            FollowUp.Kind kind = answer.getTransactionType() == null ? null : KINDS.get(answer.getTransactionType());
            if (kind != null) {
                Optional<FollowUp> one = read(kind, answer);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                found.add(one.get());
            }
        }
        return Optional.of(found);
    }

    private static Optional<FollowUp> read(FollowUp.Kind kind, FollowUpAnswer answer) {
        String status = answer.getTransactionStatus();
        FollowUp.Standing standing = status == null ? null : STANDINGS.get(status);
        String id =
                answer.getTransactionRequestId() == null ? answer.getTransactionId() : answer.getTransactionRequestId();
        if (standing == null || id == null) {
            return Optional.empty();
        }
        return FieldMapper.money(answer.getTransactionAmount())
                .map(amount -> new FollowUp(
                        kind,
                        id,
                        answer.getTransactionId(),
                        standing,
                        amount,
                        result(answer.getTransactionResult(), standing),
                        FieldMapper.time(answer.getTransactionTime()).orElse(null)));
    }

    private static ProviderResult result(@Nullable Result result, FollowUp.Standing standing) {
        String status = standing == FollowUp.Standing.FAILED ? "F" : "S";
        return result == null || result.getResultCode() == null
                ? new ProviderResult(status, standing.name(), null)
                : new ProviderResult(status, result.getResultCode(), result.getResultMessage());
    }
}
