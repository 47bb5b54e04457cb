package com.tillhouse.api.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to an opening says beside the session.
 *
 * @param warnings left out when there is nothing to warn of
 */
public record SessionWarningsResource(@Nullable List<SessionWarningResource> warnings) {}
