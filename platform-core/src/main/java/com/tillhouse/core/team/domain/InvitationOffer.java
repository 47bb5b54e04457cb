package com.tillhouse.core.team.domain;

import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Role;

/**
 * What somebody is told who comes with the token of an open invitation.
 *
 * @param business the tenant's name
 * @param slug the tenant in addresses
 * @param known true when the address belongs to a person already, who signs in instead of choosing a password
 */
public record InvitationOffer(String id, String business, String slug, EmailAddress email, Role role, boolean known) {}
