package com.tillhouse.core.signin.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Violation;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.tenant.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final EmailAddress EMAIL = new EmailAddress("ana.lim@shop.example");

    private static void check(String password) {
        Violations found = new Violations();
        PasswordPolicy.check(found, password, EMAIL);
        found.throwIfAny();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven quiet lanterns",
                "correct horse battery",
                "пароль из слов",
                "日本語の長い合言葉です。よ",
                "1357924680ab",
                "Tr0ub4dor&3xyz"
            })
    void takesWhatIsLongAndNotCommon(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, too_short",
        "password1234, too_common",
        "PassWord!2026, too_common",
        "iloveyou1234, too_common",
        "123456789012, too_common",
        "98765 43210 98, too_common",
        "Qwertyuiop12, too_common",
        "aaaaaaaaaaaaaaa, too_common",
        "abababababababab, too_common",
        "Correct-Horse-Battery-Staple, too_common",
        "ANA.LIM@shop.example, is_email",
        "ana.limshop.example, is_email"
    })
    void refusesWhatAnybodyWouldGuess(String password, String code) {
        InvalidRequestException refused = catchThrowableOfType(InvalidRequestException.class, () -> check(password));
        assertThat(refused).as(password).isNotNull();
        assertThat(refused.violations()).extracting(Violation::code).containsExactly(code);
    }

    @Test
    void countsCharactersNotBytes() {
        assertThatCode(() -> check("🦀🐢🦉🦊🐝🐞".repeat(2))).doesNotThrowAnyException();
        assertThatCode(() -> check("abcdef12".repeat(16))).doesNotThrowAnyException();
        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> check("abcdef12".repeat(16) + "x"));
        assertThat(refused.violations()).extracting(Violation::code).containsExactly("too_long");
    }
}
