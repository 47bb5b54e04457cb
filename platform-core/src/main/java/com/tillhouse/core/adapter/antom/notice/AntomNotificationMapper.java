package com.tillhouse.core.adapter.antom.notice;

import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.notification.domain.Notice;
import com.tillhouse.core.notification.port.NotificationMapper;
import com.tillhouse.core.shared.Money;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads notifyPayment and notifyRefund, and enough of the others to know them by (Antom: notifyPayment, notifyRefund, notifyCapture, notifyDispute). Unknown fields are left alone. */
public final class AntomNotificationMapper implements NotificationMapper {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> STATUSES = Set.of("S", "F", "U");
    /** Ids and types: what Antom's documents allow, and nothing a database or a log could stumble over. */
    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,64}");

    @Override
    public Optional<Notice> read(byte[] body) {
        try {
            JsonNode message = JSON.readTree(body);
            return message.isObject() ? Optional.of(notice(message)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Notice notice(JsonNode message) {
        String type = first(Notice.UNKNOWN, message, "notifyType", "disputeNotificationType");
        String kind = switch (type) {
            case Notice.REFUND -> "refund";
            case Notice.CAPTURE -> "capture";
            default -> "payment";
        };
        return new Notice(
                type,
                objectId(message),
                result(message.path("result")),
                word(message, kind + "Id"),
                money(message.path(kind + "Amount")),
                word(message, "paymentMethodType"),
                word(message, "refundStatus"),
                FieldMapper.time(word(message, kind + "Time")).orElse(null));
    }

    /** A refund's own id comes before the payment it belongs to. */
    private static @Nullable String objectId(JsonNode message) {
        String found = first("", message, "refundRequestId", "captureRequestId", "paymentRequestId");
        return found.isEmpty() ? null : found;
    }

    private static String first(String otherwise, JsonNode message, String... names) {
        for (String name : names) {
            String found = word(message, name);
            if (found != null) {
                return found;
            }
        }
        return otherwise;
    }

    private static @Nullable ProviderResult result(JsonNode result) {
        String status = word(result, "resultStatus");
        if (status == null || !STATUSES.contains(status)) {
            return null;
        }
        String code = word(result, "resultCode");
        JsonNode message = result.path("resultMessage");
        return new ProviderResult(
                status, code == null ? "" : code, message.isString() ? printable(message.stringValue()) : null);
    }

    private static @Nullable Money money(JsonNode amount) {
        return FieldMapper.money(word(amount, "currency"), word(amount, "value"))
                .orElse(null);
    }

    private static @Nullable String word(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() && WORD.matcher(value.stringValue()).matches() ? value.stringValue() : null;
    }

    private static String printable(String message) {
        return message.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? ' ' : point)
                .limit(256)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
