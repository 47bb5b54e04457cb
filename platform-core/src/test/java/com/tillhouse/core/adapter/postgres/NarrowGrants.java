package com.tillhouse.core.adapter.postgres;

import java.util.List;

/** What the two roles that look across tenants may see: a new line here is a new way past the tenant boundary and wants a reader. */
final class NarrowGrants {
    /** Table, role, privilege, columns in the order of the alphabet. */
    static final List<String> COLUMNS = List.of(
            "tenant app_worker select tenant_id",
            "checkout_session app_worker select expires_at id status tenant_id",
            "payment app_worker select check_lease_until id next_check_at patient session_id status tenant_id",
            "payment app_worker update check_lease_until",
            "refund app_worker select check_lease_until id next_check_at patient tenant_id",
            "refund app_worker update check_lease_until",
            "capture app_worker select check_lease_until id next_check_at patient tenant_id",
            "capture app_worker update check_lease_until",
            "delivery app_worker select attempts endpoint_id id lease_until next_attempt_at object_id sequence status tenant_id",
            "delivery app_worker update attempts lease_until",
            "idempotency_key app_worker select client_id created_at key mode operation tenant_id",
            "member app_directory select person_id role tenant_id",
            "notify_route app_directory select id route_hash tenant_id",
            "gateway_key app_worker select gateway_account_id retire_at status tenant_id version",
            "oauth_client app_directory select client_id tenant_id",
            "operator app_operator select disabled_at person_id",
            "tenant app_operator select created_at name slug suspended_at tenant_id",
            "access_grant app_operator select break_glass ended_at ends_at id person_id reason requested_at scope starts_at tenant_id",
            "access_grant app_rw update consented_by ended_at ended_by ends_at starts_at",
            "proposal app_rw update decided_at decided_by note status",
            "invitation app_directory select id tenant_id token_hash",
            "outgoing_mail app_rw select ended_at id reason status",
            "outgoing_mail app_worker select attempts created_at ended_at expires_at id lease_until next_attempt_at recipient sealed status",
            "outgoing_mail app_worker update attempts ended_at lease_until next_attempt_at reason sealed status",
            "audit_head app_rw update hash number",
            // free text goes when the buyer's data is erased; nothing else of what only grows changes
            "event app_rw update body",
            "delivery_attempt app_rw update response_head");

    /** Table, role, command, kind, which rows it sees, which it may write. */
    static final List<String> POLICIES = List.of(
            "tenant app_worker select permissive using true check -",
            "checkout_session app_worker select permissive using (status = 'OPEN'::text) check -",
            "payment app_worker all permissive using (next_check_at IS NOT NULL) check true",
            "refund app_worker all permissive using (next_check_at IS NOT NULL) check true",
            "capture app_worker all permissive using (next_check_at IS NOT NULL) check true",
            "gateway_key app_worker select permissive using (status = 'RETIRING'::text) check -",
            "delivery app_worker all permissive using (status = 'PENDING'::text) check true",
            "idempotency_key app_worker all permissive using (created_at < (clock_timestamp() - '30 days'::interval)) check false",
            "member app_directory select permissive using (person_id = (NULLIF(current_setting('app.directory_key'::text, true), ''::text))::uuid) check -",
            "invitation app_directory select permissive using (token_hash = decode(NULLIF(current_setting('app.directory_key'::text, true), ''::text), 'hex'::text)) check -",
            "notify_route app_directory select permissive using (route_hash = decode(NULLIF(current_setting('app.directory_key'::text, true), ''::text), 'hex'::text)) check -",
            "oauth_client app_directory select permissive using (client_id = NULLIF(current_setting('app.directory_key'::text, true), ''::text)) check -",
            "tenant app_operator select permissive using (EXISTS ( SELECT\n   FROM operator o\n  WHERE ((o.person_id = (NULLIF(current_setting('app.directory_key'::text, true), ''::text))::uuid) AND (o.disabled_at IS NULL)))) check -",
            "access_grant app_operator select permissive using ((person_id = (NULLIF(current_setting('app.directory_key'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT\n   FROM operator o\n  WHERE ((o.person_id = access_grant.person_id) AND (o.disabled_at IS NULL))))) check -");

    private NarrowGrants() {}
}
