package com.tillhouse.local.e2e;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app of its own making (RFC 6238), so that it can't share a mistake with the platform. Never shows one code twice. */
final class CodeFixture {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;

    private final byte[] key;
    private long last;

    /** @param shown the key as the page shows it for typing */
    CodeFixture(String shown) {
        String letters = shown.replaceAll("\\s", "");
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (char letter : letters.toCharArray()) {
            held = (held << 5 | BASE32.indexOf(letter)) & 0xffff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        key = bytes.array();
    }

    /** The code of now, or of the next half minute when that of now was shown before. */
    String next() throws GeneralSecurityException {
        last = Math.max(last + 1, Clock.systemUTC().millis() / 1000 / SECONDS);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(last).array());
        int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 15, 4).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }
}
