package com.tillhouse.local.money;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Secrets and buyer data that were planted, and the search for them in what leaves a process: plain, and in the ways that text is wrapped. */
final class LeakFixture {
    private final Map<String, String> planted = new LinkedHashMap<>();
    private final List<String> answers = new ArrayList<>();

    /** Something that must not be seen, and what it is. */
    void plant(String what, String secret) {
        if (secret.length() < 8) {
            throw new IllegalArgumentException(what + " is too short to be told from other text");
        }
        planted.put(what, secret);
    }

    /** An answer that must say nothing of it. */
    void answered(Answer answer) {
        answers.add(answer.toString());
    }

    /** What of it is in these files and in the answers, and where. */
    List<String> found(Path... files) {
        List<String> leaks = new ArrayList<>();
        for (Path file : files) {
            leaks.addAll(in(file.getFileName().toString(), read(file)));
        }
        answers.forEach(answer -> leaks.addAll(in("an answer", answer)));
        return leaks;
    }

    private List<String> in(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> leaks = new ArrayList<>();
        planted.forEach((what, secret) -> forms(secret)
                .filter(form -> lower.contains(form.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(form ->
                        leaks.add(what + " in " + where + ": " + around(lower, form.toLowerCase(Locale.ROOT)))));
        return leaks;
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static String around(String text, String form) {
        int at = text.indexOf(form);
        return text.substring(Math.max(0, at - 120), Math.min(text.length(), at + form.length() + 60))
                .replaceAll("\\s+", " ");
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
