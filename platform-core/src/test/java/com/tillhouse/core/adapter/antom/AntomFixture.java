package com.tillhouse.core.adapter.antom;

import com.tillhouse.core.adapter.antom.page.OrderFixture;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayKey;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A merchant with keys at an Antom, a vault that only knows its place, and a unit of work that counts. */
public final class AntomFixture {
    public static final String NOTIFY_PATH = "/antom/notify/0123456789abcdefghijklmnop";
    public static final String CLIENT_ID = "CLIENT_5X0001";

    public final TenantId tenant = new TenantId(UUID.randomUUID());
    private static final KeyPair MERCHANT = keys();
    public final KeyPair merchantKeys;
    public final AtomicInteger opened = new AtomicInteger();
    private boolean inUnit;

    public AntomFixture() {
        this(MERCHANT);
    }

    public AntomFixture(KeyPair merchantKeys) {
        this.merchantKeys = merchantKeys;
    }

    public static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    public UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public <T> T inTenant(TenantId bound, Supplier<T> work) {
                inUnit = true;
                try {
                    return work.get();
                } finally {
                    inUnit = false;
                }
            }
        };
    }

    /** True while a unit of work runs: no call may reach Antom then. */
    public boolean inUnit() {
        return inUnit;
    }

    public SecretVault vault() {
        return new SecretVault() {
            @Override
            public byte[] seal(TenantId owner, String place, byte[] secret) {
                return (owner + place + "|" + new String(secret, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] open(TenantId owner, String place, byte[] sealed) {
                opened.incrementAndGet();
                String text = new String(sealed, StandardCharsets.UTF_8);
                if (!inUnit || !text.startsWith(owner + place + "|")) {
                    throw new IllegalStateException("not in its place, or outside a unit of work");
                }
                return text.substring((owner + place + "|").length()).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] sealForPlatform(String place, byte[] secret) {
                throw new UnsupportedOperationException();
            }

            @Override
            public byte[] openForPlatform(String place, byte[] sealed) {
                throw new UnsupportedOperationException();
            }
        };
    }

    public GatewayAccount account(String host, String antomPublicKey) {
        return account(host, CLIENT_ID, 1, antomPublicKey);
    }

    public GatewayAccount account(String host, String clientId, int version, String antomPublicKey) {
        byte[] sealed = vault().seal(
                        tenant,
                        SealedKey.place("ga_1", version),
                        base64(merchantKeys.getPrivate()).getBytes(StandardCharsets.US_ASCII));
        GatewayKey key = new GatewayKey(
                version,
                GatewayKey.Status.ACTIVE,
                new SealedKey(sealed),
                base64(merchantKeys.getPublic()),
                antomPublicKey);
        return new GatewayAccount(tenant, "ga_1", Mode.TEST, clientId, host, List.of(key), NOTIFY_PATH);
    }

    public CheckoutSession session() {
        return OrderFixture.documentedSession(tenant);
    }

    public Payment payment(CheckoutSession session) {
        return session.attempt("ga_1", session.origin().createdAt());
    }
}
