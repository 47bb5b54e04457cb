package com.tillhouse.local;

import com.tillhouse.local.app.AppSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Where everything listens. An offset moves all of them, so that two local platforms can run beside each other. */
public record Ports(
        int api, int webhooks, int admin, int sandbox, int sandboxTls, int shop, int database, int mailbox, int smtp) {

    /** The ports of the documentation, moved by the offset. */
    public static Ports offsetBy(int offset) {
        return new Ports(
                8080 + offset,
                8081 + offset,
                8082 + offset,
                8090 + offset,
                8453 + offset,
                8095 + offset,
                54320 + offset,
                8025 + offset,
                1025 + offset);
    }

    /** All but the database's, which a server that was left behind may still hold when this is asked. */
    List<Integer> ofServers() {
        return List.of(
                api,
                webhooks,
                admin,
                sandbox,
                sandboxTls,
                shop,
                mailbox,
                smtp,
                AppSettings.health(api),
                AppSettings.health(webhooks),
                AppSettings.health(admin));
    }

    /** Fails with one sentence that names the ports in use. */
    public static void requireFree(List<Integer> wanted) {
        List<Integer> taken = wanted.stream().filter(port -> !isFree(port)).toList();
        if (!taken.isEmpty()) {
            throw new LocalStartException(
                    "Port%s %s already in use; stop the program that listens there, or start with --port-offset=1000."
                            .formatted(taken.size() == 1 ? "" : "s", words(taken)));
        }
    }

    private static String words(List<Integer> ports) {
        String list = String.join(", ", ports.stream().map(String::valueOf).toList());
        return list + (ports.size() == 1 ? " is" : " are");
    }

    /** A server on one address does not hinder a bind to all of them on every system, so both are tried. */
    private static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
