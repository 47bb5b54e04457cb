package com.tillhouse.core.factor.domain;

/**
 * A person's authenticator app.
 *
 * @param version counts the secrets that the person ever had
 * @param confirmed true once a code of it was shown; before that it counts for nothing
 */
public record KeptTotp(TotpSecret secret, int version, boolean confirmed) {}
