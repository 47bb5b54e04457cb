package com.tillhouse.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.domain.Totp;
import com.tillhouse.core.factor.domain.TotpSecret;
import com.tillhouse.core.factor.usecase.EnrolTotp;
import com.tillhouse.core.tenant.PersonId;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import org.springframework.beans.factory.BeanFactory;

/** A person's authenticator app. Each code is good once, so it goes from step to step, one ahead of the clock at most. */
public final class AppFixture {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TotpSecret secret;
    private long step;

    /** @param key as the enrolment shows it */
    public AppFixture(String key, long firstStep) {
        this.secret = TotpSecret.of(decoded(key));
        this.step = firstStep;
    }

    /** Adds an app to a person as the platform itself; its first code is used up by that. */
    public static AppFixture enrol(BeanFactory beans, PersonId person) {
        long now = Totp.step(beans.getBean(InstantSource.class).instant());
        EnrolTotp enrol = beans.getBean(EnrolTotp.class);
        AppFixture app = new AppFixture(enrol.begin(person).secret(), now);
        assertThat(enrol.confirm(person, app.nextCode())).isEqualTo(Proof.FITS);
        return app;
    }

    public String nextCode() {
        return Totp.code(secret, step++);
    }

    private static byte[] decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : text.replace(" ", "").toCharArray()) {
            held = (held << 5 | BASE32.indexOf(letter)) & 0xffff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
