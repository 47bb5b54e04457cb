-- The roles of one PostgreSQL cluster. Run by a superuser before the first migration; safe to run again.
-- `owner` owns the schema and runs Flyway. The apps sign in as `app_rw`, which owns nothing and cannot bypass
-- row-level security. Within one transaction `app_rw` may step down to `app_worker` (claims due work of all tenants),
-- `app_directory` (finds the tenant that an opaque key belongs to) or `app_operator` (lists tenants for one operator); it inherits
-- nothing from any of them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'owner') then
    create role owner login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'app_rw') then
    create role app_rw login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'app_worker') then
    create role app_worker nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'app_directory') then
    create role app_directory nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'app_operator') then
    create role app_operator nologin nosuperuser nobypassrls;
  end if;
end $$;

grant app_worker to app_rw with inherit false, set true;
grant app_directory to app_rw with inherit false, set true;
grant app_operator to app_rw with inherit false, set true;
