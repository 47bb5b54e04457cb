package com.tillhouse.core.operator.domain;

import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;

/**
 * What an operator asks for.
 *
 * @param breakGlass start at once, although the tenant asks for consent first; said louder
 */
public record AccessRequest(PersonId operator, AccessScope scope, String reason, Duration length, boolean breakGlass) {}
