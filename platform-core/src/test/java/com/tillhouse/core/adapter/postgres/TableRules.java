package com.tillhouse.core.adapter.postgres;

import java.util.List;

/** What every table, key, view and function must be like, so that no tenant sees or touches a row of another. */
final class TableRules {
    /** Tables that belong to the platform, not to a tenant. */
    private static final List<String> PLATFORM = List.of(
            "flyway_schema_history",
            "person",
            "operator",
            "person_totp",
            "person_recovery_code",
            "person_factor_attempt",
            "outgoing_mail",
            "sign_in",
            "password_reset",
            "person_passkey",
            "token_signing_key",
            "platform_keyset",
            "status_edge");

    /** Everything that holds rows of tenants: whatever stands in the schema and has the tenant's column. */
    private static final String TENANT_TABLES = """
            (select c.* from pg_class c join pg_attribute ta
               on ta.attrelid = c.oid and ta.attname = 'tenant_id' and not ta.attisdropped
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p'))""";

    private static final String WRONG_TABLE = "create table wrong (tenant_id uuid not null, id text not null)";
    private static final String LOCKED =
            "; alter table wrong enable row level security; alter table wrong force row level security";

    private TableRules() {}

    static List<SchemaRule> all() {
        return List.of(
                        new SchemaRule(
                                "every table has a tenant, or is listed as the platform's",
                                """
                        select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                          and not exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant_id' and not attisdropped)""",
                                PLATFORM,
                                "create table wrong (id text primary key)",
                                "wrong"),
                        new SchemaRule(
                                "tenant_id is a uuid, is never null and has no default",
                                """
                        select c.relname || '.tenant_id' from %s t join pg_class c on c.oid = t.oid
                          join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id'
                        where not a.attnotnull or a.atthasdef or a.attidentity <> '' or a.attgenerated <> ''
                           or a.atttypid <> 'uuid'::regtype""",
                                WRONG_TABLE + "; alter table wrong alter tenant_id set default gen_random_uuid()",
                                "wrong.tenant_id"),
                        new SchemaRule(
                                "row-level security is enabled and forced",
                                "select relname from %s t where not (relrowsecurity and relforcerowsecurity)",
                                WRONG_TABLE + "; alter table wrong enable row level security",
                                "wrong"),
                        new SchemaRule(
                                "app_rw has exactly one policy, which binds reading and writing to the tenant",
                                """
                        select relname from %s t where (
                          select count(*) from pg_policy p where p.polrelid = t.oid and p.polname = 'tenant_isolation'
                            and p.polcmd = '*' and p.polpermissive and p.polroles = array['app_rw'::regrole::oid]
                            and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = ( SELECT app_tenant() AS app_tenant))'
                            and pg_get_expr(p.polwithcheck, p.polrelid) = '(tenant_id = ( SELECT app_tenant() AS app_tenant))') <> 1
                          or (select count(*) from pg_policy p where p.polrelid = t.oid
                            and ('app_rw'::regrole = any (p.polroles) or 0 = any (p.polroles))) <> 1""",
                                WRONG_TABLE + LOCKED + "; create policy tenant_isolation on wrong to app_rw"
                                        + " using (tenant_id = (select app_tenant())) with check (true)",
                                "wrong"),
                        new SchemaRule(
                                "the tenant is the first column of every primary key",
                                """
                        select relname from %s t where not exists (
                          select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                          where k.conrelid = t.oid and k.contype = 'p' and a.attname = 'tenant_id')""",
                                WRONG_TABLE + "; alter table wrong add primary key (id, tenant_id)",
                                "wrong"),
                        new SchemaRule(
                                "a unique index begins with the tenant, or is listed as platform-made",
                                """
                        select x.indrelid::regclass || ' ' || pg_get_indexdef(x.indexrelid, 1, true) from pg_index x
                          join %s t on t.oid = x.indrelid
                        where x.indisunique and coalesce((select attname from pg_attribute
                          where attrelid = x.indrelid and attnum = x.indkey[0]), '') <> 'tenant_id'""",
                                List.of(
                                        "tenant slug",
                                        "notify_route route_hash",
                                        "oauth_client client_id",
                                        "invitation token_hash"),
                                "create unique index on payment (provider_payment_id)",
                                "payment provider_payment_id"),
                        new SchemaRule(
                                "an operator who visits a tenant writes the listed tables only",
                                """
                        select relname from %s t where not relispartition and not exists (select from pg_trigger g
                          where g.tgrelid = t.oid and g.tgname = 'no_visitor' and g.tgenabled = 'O' and g.tgtype = 30
                            and g.tgfoid = 'refuse_visitor'::regproc)""",
                                List.of("audit_entry", "audit_head", "checkout_policy", "trail_entry"),
                                WRONG_TABLE,
                                "wrong"),
                        new SchemaRule(
                                "no exclusion constraint compares rows of tenants",
                                "select conname from pg_constraint where contype = 'x' and connamespace = 'public'::regnamespace",
                                "alter table payment add constraint wrong exclude (id with =)",
                                "wrong"),
                        new SchemaRule(
                                "a foreign key begins with the tenant on both sides, or points from a tenant's table to a listed one",
                                """
                        select k.conrelid::regclass || ' ' || k.confrelid::regclass from pg_constraint k
                          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                          join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
                        where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conparentid = 0
                          and not (a.attname = 'tenant_id' and b.attname = 'tenant_id')""",
                                List.of(
                                        "member person",
                                        "review_decision person",
                                        "person_totp person",
                                        "person_recovery_code person",
                                        "person_factor_attempt person",
                                        "person_passkey person",
                                        "operator person",
                                        "access_grant operator",
                                        "access_grant person",
                                        "proposal person",
                                        "invitation person",
                                        "sign_in person"),
                                "create unique index wrong_id on payment (id); create table wrong (tenant_id uuid, id text references payment (id))",
                                "wrong payment"),
                        new SchemaRule(
                                "views run as whoever asks",
                                """
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
                          and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1']""",
                                "create view wrong as select * from payment",
                                "wrong"),
                        new SchemaRule(
                                "there is no materialised view, foreign table or inherited table",
                                """
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('m', 'f')
                        union all
                        select inhrelid::regclass::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where c.relkind in ('r', 'f') and not c.relispartition""",
                                "create materialized view wrong as select * from payment",
                                "wrong"),
                        new SchemaRule(
                                "no function runs as its owner or is trusted to leak nothing",
                                """
                        select proname from pg_proc where pronamespace = 'public'::regnamespace and (prosecdef or proleakproof)""",
                                "create function wrong() returns bigint language sql security definer as 'select count(*) from payment'",
                                "wrong"),
                        new SchemaRule(
                                "no rewrite rule stands between a query and its table",
                                "select rulename from pg_rules where schemaname = 'public'",
                                "create rule wrong as on insert to payment do also select 1",
                                "wrong"),
                        new SchemaRule(
                                "no sequence counts what all tenants do",
                                "select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace",
                                "create sequence wrong",
                                "wrong"),
                        new SchemaRule(
                                "every table stands where these rules look",
                                """
                        select oid::regclass::text from pg_class where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and relpersistence <> 't'
                          and relnamespace not in ('public'::regnamespace, 'pg_catalog'::regnamespace, 'information_schema'::regnamespace,
                            'pg_toast'::regnamespace)""",
                                "create schema hidden; create table hidden.wrong (id text)",
                                "hidden.wrong"))
                .stream()
                .map(TableRules::filled)
                .toList();
    }

    private static SchemaRule filled(SchemaRule rule) {
        return new SchemaRule(
                rule.sentence(),
                rule.offenders().replace("%s t", TENANT_TABLES + " t"),
                rule.allowed(),
                rule.wrong(),
                rule.named());
    }
}
