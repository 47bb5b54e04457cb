package com.tillhouse.core.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Wraps the place where a list goes on, so that only the tenant, mode and list it was made for can use it, and nobody can read or make one. */
public final class CursorSeal {
    private final SecretVault vault;

    public CursorSeal(SecretVault vault) {
        this.vault = vault;
    }

    /** An opaque text of letters, digits, hyphens and underscores. */
    public String seal(TenantId tenant, Mode mode, String list, String content) {
        byte[] sealed = vault.sealForPlatform(place(tenant, mode, list), content.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** What was sealed for the same tenant, mode and list; empty for anything else. */
    public Optional<String> open(TenantId tenant, Mode mode, String list, String cursor) {
        try {
            byte[] content = vault.openForPlatform(
                    place(tenant, mode, list), Base64.getUrlDecoder().decode(cursor));
            return Optional.of(new String(content, StandardCharsets.UTF_8));
        } catch (PlatformException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String place(TenantId tenant, Mode mode, String list) {
        return "cursor/" + list + "/" + mode + "/" + tenant;
    }
}
