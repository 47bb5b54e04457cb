package com.tillhouse.local;

import com.tillhouse.local.demo.DemoTenant;
import com.tillhouse.local.demo.SignIn;
import java.util.List;

/** Where everything is and how to sign in: what {@code platform.json} says, in snake_case, for scripts to rely on. */
public record PlatformFile(
        String api,
        String webhooks,
        String admin,
        String sandbox,
        String sandboxTls,
        String shop,
        String mailbox,
        DatabaseEntry database,
        SignIn operator,
        List<DemoTenant> tenants) {

    /** The database as its owner sees it. */
    public record DatabaseEntry(String url, String user, String password) {
        @Override
        public String toString() {
            return url;
        }
    }

    /** The same for people. */
    String table() {
        StringBuilder text = new StringBuilder("\n");
        row(text, "Demo shop", shop);
        row(text, "Tenant API", api);
        row(text, "Notifications in", webhooks);
        row(text, "Admin app", admin);
        row(text, "Mailbox", mailbox);
        row(text, "Antom sandbox", sandbox + "   " + sandboxTls);
        row(text, "Database", database.url() + "   " + database.user() + " / " + database.password());
        row(text, "Operator", operator.email() + "   " + operator.password());
        for (DemoTenant tenant : tenants) {
            text.append('\n');
            row(text, tenant.name(), shop + "/shop/" + tenant.slug());
            row(text, "  admin app", tenant.email() + "   " + tenant.password());
            row(text, "  API client", tenant.clientId() + "   " + tenant.clientSecret());
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append("  ")
                .append(name)
                .append(" ".repeat(Math.max(1, 19 - name.length())))
                .append(value)
                .append('\n');
    }
}
