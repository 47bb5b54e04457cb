package com.tillhouse.core.gatewaykey.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmKey;
import com.tillhouse.core.DumpSearch;
import com.tillhouse.core.adapter.antom.AntomFixture;
import com.tillhouse.core.adapter.antom.AntomServerFixture;
import com.tillhouse.core.adapter.vault.SealBrokenException;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gatewaykey.domain.AgentToken;
import com.tillhouse.core.gatewaykey.domain.KeyForms;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.AddMemberCommand;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.IssueApiClient;
import com.tillhouse.core.tenant.IssueApiClientCommand;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.core.tenant.RotateClientSecret;
import com.tillhouse.core.token.RotateSigningKey;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpoint;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpointCommand;
import com.tillhouse.core.webhook.usecase.RotateWebhookSecret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** G13, G14: a dump of the database gives no secret away, and a ciphertext that stands elsewhere opens nothing. */
class SecretsAtRestIT extends GatewayKeysFixture {
    private static final String NO_SUCH_ORDER =
            "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"ORDER_NOT_EXIST\",\"resultMessage\":\"none\"}}";

    @Autowired
    BeanFactory beans;

    @Value("${tillhouse.vault.master-key-file}")
    Path masterKey;

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    @Test
    void givesNoSecretAwayInADump() throws Exception {
        DumpSearch search = new DumpSearch();
        KeyPair own = KeyForms.rsa(2048);
        String token = "agent-token-that-must-not-be-seen";
        String password = "correct horse battery staple";
        open.open(new OpenGatewayAccountCommand(tenant, Mode.TEST, clientId, sandbox(), new AgentToken(token)));
        int version = add.upload(new UploadGatewayKeyCommand(
                tenant, Mode.TEST, KeyForms.pem("PRIVATE KEY", own.getPrivate().getEncoded()), null));
        pasted(registered(key(version).merchantPublicKey()).antomPublicKey());
        activate.activate(tenant, Mode.TEST, version);
        bean(AddMember.class)
                .handle(new AddMemberCommand(tenant, new EmailAddress(tenant + "@shop.example"), password, Role.OWNER));
        var client = bean(IssueApiClient.class)
                .issue(new IssueApiClientCommand(tenant, Mode.TEST, "Backend", Set.of("refunds:write")));
        var second = bean(RotateClientSecret.class).rotate(tenant, client.clientId(), Duration.ofHours(1));
        var endpoint = bean(AddWebhookEndpoint.class)
                .add(new AddWebhookEndpointCommand(
                        tenant, Mode.TEST, "https://127.0.0.1/hooks", Set.of("*"), WebhookSecret.fresh()));
        WebhookSecret next = bean(RotateWebhookSecret.class)
                .rotate(tenant, endpoint.endpoint().id(), Duration.ofHours(1));
        String jwk = bean(RotateSigningKey.class).rotate().jwk();
        search.plant("gateway private key", (RSAPrivateCrtKey) own.getPrivate())
                .plant("agent token", token)
                .plant("notify route", account().notifyPath().substring(NotifyRoute.PREFIX.length()))
                .plant("password", password)
                .plant("client secret", client.secret())
                .plant("second client secret", second.secret())
                .plant("webhook secret", endpoint.secret().bytes())
                .plant("webhook secret", endpoint.secret().reveal())
                .plant("second webhook secret", next.bytes())
                .plant("signing key", privatePart(jwk))
                .plant(
                        "tenant's keyset",
                        keysetOf("keyset/" + tenant, "vault_keyset where tenant_id = '" + tenant + "'"))
                .plant("platform's keyset", keysetOf("keyset/platform", "platform_keyset"))
                .plant(
                        "master key",
                        rawKey(TinkProtoKeysetFormat.parseKeyset(
                                Files.readAllBytes(masterKey), InsecureSecretKeyAccess.get())));
        assertThat(search.find(DATABASE.superuser())).isEmpty();
        canary(search, own, client.secret(), endpoint.secret());
    }

    /** What was planted in clear, in each form, is found: the search is not blind. */
    private void canary(DumpSearch search, KeyPair own, String clientSecret, WebhookSecret webhook) {
        TenantId other = tenant;
        truth.sql("update gateway_key set merchant_public_key = ? where tenant_id = ?")
                .params("x" + KeyForms.bare(own.getPrivate().getEncoded()).substring(1), other.value())
                .update();
        truth.sql("update oauth_client set name = ? where tenant_id = ?")
                .params("a" + clientSecret, other.value())
                .update();
        truth.sql("update notify_route set path_encrypted = ? where tenant_id = ?")
                .params(webhook.bytes(), other.value())
                .update();
        assertThat(search.find(DATABASE.superuser()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "gateway private key", "gateway_key.merchant_public_key",
                        "client secret", "oauth_client.name",
                        "webhook secret", "notify_route.path_encrypted"));
    }

    private byte[] privatePart(String jwk) {
        Matcher d = Pattern.compile("\"d\"\\s*:\\s*\"([A-Za-z0-9_-]+)\"").matcher(jwk);
        assertThat(d.find()).isTrue();
        return java.util.Base64.getUrlDecoder().decode(d.group(1));
    }

    private byte[] keysetOf(String context, String from) throws Exception {
        byte[] wrapped = truth.sql("select wrapped_keyset from " + from)
                .query((row, number) -> row.getBytes(1))
                .single();
        return rawKey(TinkProtoKeysetFormat.parseEncryptedKeyset(
                wrapped,
                com.tillhouse.core.adapter.vault.MasterKey.read(masterKey),
                context.getBytes(StandardCharsets.UTF_8)));
    }

    @AccessesPartialKey
    private static byte[] rawKey(KeysetHandle handle) throws GeneralSecurityException {
        return ((AesGcmKey) handle.getPrimary().getKey()).getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
    }

    @Test
    void signsNothingWithACiphertextOfAnotherTenantVersionOrPurpose() throws Exception {
        try (AntomServerFixture antom = new AntomServerFixture()) {
            antom.says(NO_SUCH_ORDER);
            TenantId victim = activeAt(antom, 2);
            byte[] webhook = webhookSecret(victim);
            aTenant();
            TenantId thief = activeAt(antom, 1);
            byte[] own = privateKey(thief, 1);
            refused(antom, thief, 1, privateKey(victim, 2));
            refused(antom, victim, 2, own);
            refused(antom, victim, 2, privateKey(victim, 1));
            refused(antom, victim, 2, webhook);
            byte[] altered = own.clone();
            altered[altered.length - 1] ^= 1;
            refused(antom, thief, 1, altered);
            write(thief, 1, own);
            assertThat(proof.prove(account(thief))).isNotNull();
        }
    }

    private TenantId activeAt(AntomServerFixture antom, int versions) {
        opened(antom.url());
        for (int i = 0; i < versions; i++) {
            int version = add.make(tenant, Mode.TEST);
            pasted(AntomFixture.base64(antom.keys.getPublic()));
            activate.activate(tenant, Mode.TEST, version);
        }
        return tenant;
    }

    private byte[] webhookSecret(TenantId of) {
        bean(AddWebhookEndpoint.class)
                .add(new AddWebhookEndpointCommand(
                        of, Mode.TEST, "https://127.0.0.1/hooks", Set.of("*"), WebhookSecret.fresh()));
        return truth.sql("select secret_encrypted from webhook_secret where tenant_id = ?")
                .param(of.value())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private byte[] privateKey(TenantId of, int version) {
        return truth.sql("select private_key_encrypted from gateway_key where tenant_id = ? and version = ?")
                .params(of.value(), version)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void write(TenantId of, int version, byte[] sealed) {
        truth.sql("update gateway_key set private_key_encrypted = ? where tenant_id = ? and version = ?")
                .params(sealed, of.value(), version)
                .update();
    }

    private void refused(AntomServerFixture antom, TenantId of, int version, byte[] foreign) {
        byte[] before = privateKey(of, version);
        write(of, version, foreign);
        GatewayAccount account = account(of);
        int asked = antom.asked.size();
        assertThatThrownBy(() -> proof.prove(account))
                .isInstanceOf(SealBrokenException.class)
                .hasMessage("can't open gateway_key/" + account.id() + "/" + version + " of tenant " + of);
        assertThat(antom.asked).hasSize(asked);
        write(of, version, before);
    }

    private GatewayAccount account(TenantId of) {
        return unitOfWork.inTenant(of, () -> accounts.inMode(of, Mode.TEST).orElseThrow());
    }

    @Test
    void listsEveryColumnThatIsSealed() {
        assertThat(truth.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and column_name like '%\\_encrypted'""").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(com.tillhouse.core.adapter.postgres.SealedColumns.all());
    }

    @Test
    void sealsAPathThatWasKeptInClearWhenTheKeysetIsRotated() {
        opened(sandbox());
        String path = account().notifyPath();
        truth.sql("update notify_route set path = ?, path_encrypted = null where tenant_id = ?")
                .params(path, tenant.value())
                .update();
        assertThat(account().notifyPath()).isEqualTo(path);
        bean(com.tillhouse.core.keyset.usecase.RotateKeysets.class).rotate(tenant);
        assertThat(account().notifyPath()).isEqualTo(path);
        assertThat(truth.sql("select path is null from notify_route where tenant_id = ?")
                        .param(tenant.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void opensNothingForAnotherTenantEvenInTheSamePlace() {
        SecretVault vault = bean(SecretVault.class);
        byte[] sealed = unitOfWork.inTenant(
                tenant, () -> vault.seal(tenant, "place", "secret".getBytes(StandardCharsets.UTF_8)));
        TenantId first = tenant;
        aTenant();
        TenantId other = tenant;
        unitOfWork.inTenant(other, () -> vault.seal(other, "place", new byte[] {1}));
        assertThatThrownBy(() -> unitOfWork.inTenant(other, () -> vault.open(other, "place", sealed)))
                .isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> unitOfWork.inTenant(first, () -> vault.open(first, "elsewhere", sealed)))
                .isInstanceOf(SealBrokenException.class);
    }
}
