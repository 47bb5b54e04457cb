package com.tillhouse.core.shared;

/** Keeps secrets of a tenant so that the database, a backup or another tenant's row can't give them away. */
public interface SecretVault {

    /** Encrypts for this tenant and this place; the place is authenticated with the secret, so a moved ciphertext does not open. Runs inside the tenant's unit of work. */
    byte[] seal(TenantId tenant, String place, byte[] secret);

    /** Opens what {@link #seal} made for the same tenant and place; anything else fails. Runs inside the tenant's unit of work. */
    byte[] open(TenantId tenant, String place, byte[] sealed);

    /** Encrypts a secret of the platform itself, such as a token signing key. */
    byte[] sealForPlatform(String place, byte[] secret);

    /** Opens what {@link #sealForPlatform} made for the same place. */
    byte[] openForPlatform(String place, byte[] sealed);
}
