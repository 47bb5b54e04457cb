package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person signs in with: trimmed, in small letters, with one {@code @} between something and something. */
public record EmailAddress(String value) {
    private static final int MOST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!shaped(value)) {
            throw new InvalidRequestException(List.of(
                    new Violation("/email", "not_an_email", "must be an e-mail address such as ana@shop.example.")));
        }
    }

    /** The address that somebody typed, or nothing when it can't be one. */
    public static Optional<EmailAddress> read(String typed) {
        String value = typed.strip();
        return shaped(value) ? Optional.of(new EmailAddress(value)) : Optional.empty();
    }

    private static boolean shaped(String value) {
        return value.length() <= MOST && SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
