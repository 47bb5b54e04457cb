package com.tillhouse.core.config;

import com.tillhouse.core.adapter.antom.line.LineSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of one process may wait for Antom, and when it stops to ask.
 *
 * @param callsPerAccount of one gateway account at once
 * @param callsAtOnce of all at once
 * @param window so many of the last calls of an account are looked at
 * @param failing percent of them without a usable answer, at which no more is asked
 * @param slow a call this long counts as slow
 * @param rest how long nothing is asked then
 */
@ConfigurationProperties("tillhouse.antom")
record AntomProperties(
        @DefaultValue("32") int callsPerAccount,
        @DefaultValue("256") int callsAtOnce,
        @DefaultValue("10") int window,
        @DefaultValue("50") int failing,
        @DefaultValue("8s") Duration slow,
        @DefaultValue("10s") Duration rest) {

    LineSettings lines() {
        return new LineSettings(callsPerAccount, callsAtOnce, window, failing, slow, rest);
    }
}
