package com.tillhouse.core.adapter.antom.notice;

import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.notification.domain.Notice;
import com.tillhouse.core.notification.port.NotificationMapper;
import com.tillhouse.core.shared.InvalidMoneyException;
import com.tillhouse.core.shared.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads notifyPayment, and enough of the others to know them by (Antom: notifyPayment, notifyRefund, notifyDispute). Unknown fields are left alone. */
public final class AntomNotificationMapper implements NotificationMapper {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> STATUSES = Set.of("S", "F", "U");
    private static final Pattern MINOR_UNITS = Pattern.compile("[0-9]{1,16}");
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
        return new Notice(
                first(Notice.UNKNOWN, message, "notifyType", "disputeNotificationType"),
                objectId(message),
                result(message.path("result")),
                word(message, "paymentId"),
                money(message.path("paymentAmount")),
                word(message, "paymentMethodType"),
                time(message));
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
        String currency = word(amount, "currency");
        String value = word(amount, "value");
        if (currency == null || value == null || !MINOR_UNITS.matcher(value).matches()) {
            return null;
        }
        try {
            return new Money(currency, Long.parseLong(value));
        } catch (InvalidMoneyException e) {
            return null;
        }
    }

    private static @Nullable Instant time(JsonNode message) {
        String written = word(message, "paymentTime");
        if (written == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
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
