package com.tillhouse.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A request whose form was read already: its fields are parameters, behind those of the query, as the container has it. */
final class FormRequest extends ReadRequest {
    private static final int MOST_FIELDS = 50;

    private final Map<String, String[]> fields;

    private FormRequest(HttpServletRequest request, byte[] body, Map<String, String[]> fields) {
        super(request, body);
        this.fields = fields;
    }

    /** Nothing when it is no form that can be read. A body that is no form brings no fields. */
    static Optional<FormRequest> of(HttpServletRequest request, byte[] body) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> read.put(name, new ArrayList<>(Arrays.asList(values))));
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            String[] pairs = new String(body, StandardCharsets.UTF_8).split("&", -1);
            if (pairs.length > MOST_FIELDS || !Stream.of(pairs).allMatch(pair -> add(pair, read))) {
                return Optional.empty();
            }
        }
        Map<String, String[]> fields = new LinkedHashMap<>();
        read.forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        return Optional.of(new FormRequest(request, body, fields));
    }

    private static boolean add(String pair, Map<String, List<String>> read) {
        if (pair.isEmpty()) {
            return true;
        }
        int equals = pair.indexOf('=');
        try {
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            read.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }
}
