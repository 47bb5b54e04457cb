package com.tillhouse.core.audit.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes flat JSON objects in one way only, as the hash wants it. */
public final class JsonText {
    private static final String STRING = "\"((?:[^\"\\\\]++|\\\\.)*+)\"";
    private static final Pattern MEMBER = Pattern.compile(STRING + ":" + STRING);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");

    private JsonText() {}

    /** The members in the order given. */
    public static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + quoted(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** What {@link #object} wrote. */
    public static Map<String, String> members(String object) {
        Map<String, String> members = new LinkedHashMap<>();
        Matcher member = MEMBER.matcher(object);
        while (member.find()) {
            members.put(plain(member.group(1)), plain(member.group(2)));
        }
        return members;
    }

    private static String plain(String quoted) {
        return ESCAPE.matcher(quoted)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group(2)
                                : Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    /** A JSON string; everything but quotes, backslashes and controls stands for itself. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append("\\u%04x".formatted((int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
