package com.tillhouse.core.adapter.antom.wire;

import com.alipay.global.api.model.ams.Amount;
import com.tillhouse.core.shared.InvalidMoneyException;
import com.tillhouse.core.shared.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Money and times as Antom writes them (Antom: Amount, Datetime). Never throws for what a message holds. */
public final class FieldMapper {
    private static final Pattern MINOR_UNITS = Pattern.compile("[0-9]{1,16}");

    private FieldMapper() {}

    /** Money as Antom writes it: minor units as text. */
    public static Amount amount(Money money) {
        return new Amount(money.currency(), Long.toString(money.value()));
    }

    /** The money, or empty when it is missing or none. */
    public static Optional<Money> money(@Nullable Amount amount) {
        return amount == null ? Optional.empty() : money(amount.getCurrency(), amount.getValue());
    }

    /** The money, or empty when a part is missing or it is none. */
    public static Optional<Money> money(@Nullable String currency, @Nullable String value) {
        if (currency == null || value == null || !MINOR_UNITS.matcher(value).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Money(currency, Long.parseLong(value)));
        } catch (InvalidMoneyException e) {
            return Optional.empty();
        }
    }

    /** The moment, or empty when it is missing or unreadable. */
    public static Optional<Instant> time(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
