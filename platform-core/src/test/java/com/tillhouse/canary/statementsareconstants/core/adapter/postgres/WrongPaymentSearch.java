package com.tillhouse.canary.statementsareconstants.core.adapter.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

public final class WrongPaymentSearch {
    private final JdbcClient jdbc;

    WrongPaymentSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(String reference) {
        return jdbc.sql("select count(*) from payment where reference = '" + reference + "'")
                .query(Long.class)
                .single();
    }
}
