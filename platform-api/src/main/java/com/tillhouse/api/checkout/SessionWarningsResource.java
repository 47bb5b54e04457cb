package com.tillhouse.api.checkout;

import java.util.List;

/** What the answer to an opening says beside the session. */
public record SessionWarningsResource(List<SessionWarningResource> warnings) {}
