package com.tillhouse.core.adapter.postgres;

import java.util.List;

/**
 * A column that holds sealed secrets. Every one stands here, so that a fresh key reaches all of them; a test compares with the schema.
 *
 * @param key the columns that name a row, beside the tenant
 * @param place the place that the vault bound the secret to, as SQL over the row
 */
record SealedColumn(String table, String column, List<String> key, String place) {
    static final List<SealedColumn> OF_TENANTS = List.of(
            new SealedColumn(
                    "gateway_key",
                    "private_key_encrypted",
                    List.of("gateway_account_id", "version"),
                    "'gateway_key/' || gateway_account_id || '/' || version"),
            new SealedColumn(
                    "gateway_account",
                    "agent_token_encrypted",
                    List.of("id"),
                    "'gateway_account/' || id || '/agent_token'"),
            new SealedColumn("notify_route", "path_encrypted", List.of("id"), "'notify_route/' || id"),
            new SealedColumn(
                    "webhook_secret",
                    "secret_encrypted",
                    List.of("endpoint_id", "version"),
                    "'webhook_secret/' || endpoint_id || '/' || version"));

    static final List<SealedColumn> OF_PLATFORM = List.of(
            new SealedColumn("token_signing_key", "jwk_encrypted", List.of("kid"), "'token_signing_key/' || kid"),
            new SealedColumn(
                    "person_totp",
                    "secret_encrypted",
                    List.of("person_id", "version"),
                    "'person_totp/' || person_id || '/' || version"));

    String keyColumns() {
        return String.join(", ", key);
    }
}
