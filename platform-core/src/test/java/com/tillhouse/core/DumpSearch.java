package com.tillhouse.core;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads every column of every row of every table, past every lock, and looks in it for secrets in all the forms that they might have got there in. */
public final class DumpSearch {
    private static final int BASE64_STEP = 3;
    /** The ends of a base64 text depend on what stands beside it. */
    private static final int BASE64_EDGE = 4;

    private final Map<String, List<byte[]>> forms = new LinkedHashMap<>();

    /** A secret text, such as a token. */
    public DumpSearch plant(String name, String secret) {
        return plant(name, secret.getBytes(StandardCharsets.UTF_8));
    }

    /** A secret of bytes: as such, and written as hex and base64 wherever in a longer text. */
    public DumpSearch plant(String name, byte[] secret) {
        List<byte[]> all = forms.computeIfAbsent(name, added -> new ArrayList<>());
        all.add(secret);
        all.add(ascii(HexFormat.of().formatHex(secret)));
        all.add(ascii(HexFormat.of().withUpperCase().formatHex(secret)));
        for (int before = 0; before < BASE64_STEP; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            if (text.length() > 3 * BASE64_EDGE) {
                String middle = text.substring(BASE64_EDGE, text.length() - BASE64_EDGE);
                all.add(ascii(middle));
                all.add(ascii(middle.replace('+', '-').replace('/', '_')));
            }
        }
        return this;
    }

    /** A private key: whole, and each number that gives it away. */
    public DumpSearch plant(String name, RSAPrivateCrtKey key) {
        plant(name, key.getEncoded());
        for (BigInteger number : List.of(key.getPrivateExponent(), key.getPrimeP(), key.getPrimeQ())) {
            byte[] bytes = number.toByteArray();
            plant(name, bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
            plant(name, number.toString());
        }
        return this;
    }

    /** What was found of each secret, and where: table and column. */
    public Map<String, String> find(DataSource superuser) {
        JdbcClient jdbc = JdbcClient.create(superuser);
        Map<String, String> found = new TreeMap<>();
        for (Map<String, Object> column : jdbc.sql("""
                        select c.table_name, c.column_name, c.data_type from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'""").query().listOfRows()) {
            String where = column.get("table_name") + "." + column.get("column_name");
            String text = "bytea".equals(column.get("data_type")) ? "" : "::text";
            for (Object value : jdbc.sql("select \"" + column.get("column_name") + "\"" + text + " from \""
                            + column.get("table_name") + "\" where \"" + column.get("column_name") + "\" is not null")
                    .query()
                    .singleColumn()) {
                byte[] hay =
                        value instanceof byte[] bytes ? bytes : value.toString().getBytes(StandardCharsets.UTF_8);
                forms.forEach((name, all) -> {
                    if (all.stream().anyMatch(form -> contains(hay, form))) {
                        found.put(name, where);
                    }
                });
            }
        }
        return found;
    }

    private static boolean contains(byte[] hay, byte[] needle) {
        for (int at = 0; at <= hay.length - needle.length; at++) {
            if (Arrays.equals(hay, at, at + needle.length, needle, 0, needle.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
