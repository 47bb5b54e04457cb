package com.tillhouse.canary.statementsareconstants.core.adapter.postgres;

import org.springframework.jdbc.core.JdbcTemplate;

public final class WrongTemplate {
    private final JdbcTemplate jdbc;

    WrongTemplate(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void bind(String tenant) {
        jdbc.execute("select set_config('app.tenant', '%s', true)".formatted(tenant));
    }
}
