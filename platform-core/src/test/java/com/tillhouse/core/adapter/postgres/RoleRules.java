package com.tillhouse.core.adapter.postgres;

import java.util.List;

/** What the roles are, what they were granted, and which rows the narrow ones see: all of it listed, so that more of it fails. */
final class RoleRules {
    private static final String GRANTS = """
            (select c.oid, c.relname, c.relispartition, c.relowner, g.grantee, g.privilege_type, g.is_grantable
             from pg_class c, aclexplode(c.relacl) g where c.relnamespace = 'public'::regnamespace) g""";

    private RoleRules() {}

    static List<SchemaRule> all() {
        return List.of(
                        new SchemaRule(
                                "the roles are these and can do no more",
                                """
                        select concat_ws(' ', rolname, case when rolcanlogin then 'login' end, case when rolsuper then 'superuser' end,
                          case when rolbypassrls then 'bypassrls' end, case when rolcreaterole then 'createrole' end,
                          case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end)
                        from pg_roles where rolname not like 'pg\\_%' and oid <> 10""",
                                List.of("owner login", "app_rw login", "app_worker", "app_directory", "app_operator"),
                                "alter role app_worker bypassrls",
                                "app_worker bypassrls"),
                        new SchemaRule(
                                "app_rw may step down to the narrow roles, inherits nothing from them, and no one else is in any role",
                                """
                        select concat_ws(' ', member::regrole, 'in', roleid::regrole, case when inherit_option then 'inherits' end,
                          case when admin_option then 'administers' end)
                        from pg_auth_members where member::regrole::text not like 'pg\\_%'""",
                                List.of("app_rw in app_worker", "app_rw in app_directory", "app_rw in app_operator"),
                                "grant owner to app_rw with inherit false",
                                "app_rw in owner"),
                        new SchemaRule(
                                "everything belongs to owner",
                                """
                        select relname || ' ' || relowner::regrole from pg_class where relnamespace = 'public'::regnamespace
                          and relowner <> 'owner'::regrole
                        union all select proname || ' ' || proowner::regrole from pg_proc where pronamespace = 'public'::regnamespace
                          and proowner <> 'owner'::regrole
                        union all select datname || ' ' || datdba::regrole from pg_database where datname = current_database()
                          and datdba <> 'owner'::regrole""",
                                "alter table status_edge owner to app_rw",
                                "status_edge app_rw"),
                        new SchemaRule(
                                "nothing is granted to public but the listed functions",
                                """
                        select relname || ' ' || lower(privilege_type) from %s where grantee = 0
                        union all select a.attrelid::regclass || '.' || a.attname || ' ' || lower(x.privilege_type)
                          from pg_attribute a, aclexplode(a.attacl) x where x.grantee = 0 and a.attrelid > 16383
                        union all select 'public ' || lower(x.privilege_type) from pg_namespace n, aclexplode(n.nspacl) x
                          where n.nspname = 'public' and x.grantee = 0 and x.privilege_type <> 'USAGE'
                        union all select proname || ' execute' from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
                          where pronamespace = 'public'::regnamespace and x.grantee = 0 and p.prorettype <> 'trigger'::regtype""",
                                List.of("app_tenant execute"),
                                "grant select on status_edge to public",
                                "status_edge select"),
                        new SchemaRule(
                                "only the known roles hold grants, and none may pass them on",
                                """
                        select relname || ' ' || grantee::regrole || ' ' || lower(privilege_type) from %s
                        where grantee <> 0 and (grantee <> relowner and is_grantable
                          or grantee not in (relowner, 'app_rw'::regrole, 'app_worker'::regrole, 'app_directory'::regrole,
                            'app_operator'::regrole))""",
                                "grant select on payment to app_rw with grant option",
                                "payment app_rw select"),
                        new SchemaRule(
                                "app_rw reads and writes rows and can't empty, reference or rebuild a table",
                                """
                        select relname || ' ' || lower(privilege_type) from %s where grantee = 'app_rw'::regrole
                          and privilege_type not in ('SELECT', 'INSERT', 'UPDATE')""",
                                List.of(
                                        "member delete",
                                        "idempotency_key delete",
                                        "oauth_client_key delete",
                                        "person_passkey delete",
                                        "oauth_client_assertion delete",
                                        "sign_in delete",
                                        "password_reset delete"),
                                "grant truncate on payment to app_rw",
                                "payment truncate"),
                        new SchemaRule(
                                "what only grows can't be changed by app_rw",
                                """
                        select relname from %s where grantee = 'app_rw'::regrole and privilege_type in ('UPDATE', 'DELETE')
                          and (relname like '%\\_move' or relname in ('event', 'delivery_attempt', 'trail_entry', 'review_decision', 'audit_entry'))""",
                                "grant update on payment_move to app_rw",
                                "payment_move"),
                        new SchemaRule(
                                "nothing is granted on a partition",
                                "select relname from %s where relispartition and grantee <> relowner",
                                "create table parted (tenant_id uuid not null, at date not null) partition by range (at);"
                                        + " create table wrong partition of parted for values from ('2026-01-01') to ('2027-01-01');"
                                        + " grant select on wrong to app_rw",
                                "wrong"),
                        new SchemaRule(
                                "the narrow roles hold no whole table but the listed ones",
                                """
                        select relname || ' ' || grantee::regrole || ' ' || lower(privilege_type) from %s
                        where grantee in ('app_worker'::regrole, 'app_directory'::regrole, 'app_operator'::regrole)""",
                                List.of("idempotency_key app_worker delete", "outgoing_mail app_worker delete"),
                                "grant select on person to app_directory",
                                "person app_directory select"),
                        new SchemaRule(
                                "single columns are granted as listed, and only these",
                                """
                        select a.attrelid::regclass || ' ' || x.grantee::regrole || ' ' || lower(x.privilege_type) || ' '
                          || string_agg(a.attname, ' ' order by a.attname)
                        from pg_attribute a, aclexplode(a.attacl) x where a.attrelid > 16383 and x.grantee <> 0 and not a.attisdropped
                        group by a.attrelid, x.grantee, x.privilege_type""",
                                NarrowGrants.COLUMNS,
                                "grant select (normal_url) on payment to app_worker",
                                "payment app_worker select check_lease_until id next_check_at normal_url patient session_id status tenant_id"),
                        new SchemaRule(
                                "the narrow roles see rows by these policies only",
                                """
                        select concat_ws(' ', tablename, array_to_string(roles, ','), lower(cmd), lower(permissive), 'using', qual,
                          'check', coalesce(with_check, '-')) from pg_policies where schemaname = 'public' and policyname <> 'tenant_isolation'""",
                                NarrowGrants.POLICIES,
                                "create policy wrong on payment to app_worker using (true)",
                                "payment app_worker all permissive using true check -"),
                        new SchemaRule(
                                "no grant is given ahead of time",
                                "select defaclrole::regrole::text from pg_default_acl",
                                "alter default privileges for role owner grant select on tables to app_worker",
                                "owner"),
                        new SchemaRule(
                                "no role or database brings settings along",
                                """
                        select concat_ws(' ', setrole::regrole, array_to_string(setconfig, ',')) from pg_db_role_setting
                        where setrole <> 10 or exists (select from unnest(setconfig) s where s like 'app.%' or s like 'row_security%')""",
                                "alter role app_rw set app.tenant = '6d1f3c0e-0000-4000-8000-000000000000'",
                                "app_rw app.tenant=6d1f3c0e-0000-4000-8000-000000000000"))
                .stream()
                .map(RoleRules::filled)
                .toList();
    }

    private static SchemaRule filled(SchemaRule rule) {
        return new SchemaRule(
                rule.sentence(),
                rule.offenders().replace("from %s", "from " + GRANTS),
                rule.allowed(),
                rule.wrong(),
                rule.named());
    }
}
