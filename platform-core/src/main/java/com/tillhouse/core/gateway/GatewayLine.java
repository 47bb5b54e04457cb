package com.tillhouse.core.gateway;

import java.time.Duration;
import java.util.Optional;

/** Whether Antom is being asked for an account at the moment. Local and quick: nothing is sent to find out. */
public interface GatewayLine {

    /** How long nothing that moves money is sent for this account, because Antom does not answer it or too many calls wait; empty when it would be. */
    Optional<Duration> blocked(GatewayAccount account);
}
