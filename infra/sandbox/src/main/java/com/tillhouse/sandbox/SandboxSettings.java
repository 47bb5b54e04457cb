package com.tillhouse.sandbox;

import com.tillhouse.sandbox.settings.Switches;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is started.
 *
 * @param address the address to listen on; anything but loopback opens the control API to the network
 * @param httpPort 0 for any free port
 * @param httpsPort 0 for any free port
 * @param pageBase scheme, host and port in {@code normalUrl}; null for the sandbox's own http door
 * @param dataFolder where the truth is kept over restarts; null to forget it
 * @param switches the switches of a sandbox that starts without a data folder or with an empty one
 */
public record SandboxSettings(
        String address,
        int httpPort,
        int httpsPort,
        @Nullable URI pageBase,
        @Nullable Path dataFolder,
        InstantSource clock,
        Switches switches) {

    /** The usual ports on loopback, nothing kept, the system's clock. */
    public static SandboxSettings defaults() {
        return new SandboxSettings("127.0.0.1", 8090, 8453, null, null, Clock.systemUTC(), Switches.defaults());
    }

    public SandboxSettings withAddress(String wanted) {
        return new SandboxSettings(wanted, httpPort, httpsPort, pageBase, dataFolder, clock, switches);
    }

    public SandboxSettings withHttpPort(int port) {
        return new SandboxSettings(address, port, httpsPort, pageBase, dataFolder, clock, switches);
    }

    public SandboxSettings withHttpsPort(int port) {
        return new SandboxSettings(address, httpPort, port, pageBase, dataFolder, clock, switches);
    }

    public SandboxSettings withPageBase(URI base) {
        return new SandboxSettings(address, httpPort, httpsPort, base, dataFolder, clock, switches);
    }

    public SandboxSettings withDataFolder(Path folder) {
        return new SandboxSettings(address, httpPort, httpsPort, pageBase, folder, clock, switches);
    }

    public SandboxSettings withClock(InstantSource wanted) {
        return new SandboxSettings(address, httpPort, httpsPort, pageBase, dataFolder, wanted, switches);
    }

    public SandboxSettings withSwitches(Switches wanted) {
        return new SandboxSettings(address, httpPort, httpsPort, pageBase, dataFolder, clock, wanted);
    }
}
