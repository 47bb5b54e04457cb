package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.tenant.EndClientSecret;
import com.tillhouse.core.tenant.IssuedSecret;
import com.tillhouse.core.tenant.RotateClientSecret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A merchant's servers change over to a new secret one after another, while all of them go on calling. */
class ClientSecretRotationIT extends ApiContract {
    private static final int SERVERS = 4;
    private static final int ROTATIONS = 5;

    @Autowired
    RotateClientSecret rotate;

    @Autowired
    EndClientSecret end;

    /** One of the merchant's servers: fetches a token with the secret it was given last, and uses it, until it is stopped. */
    private final class Server implements Runnable {
        private final AtomicBoolean on = new AtomicBoolean(true);
        private final AtomicInteger calls = new AtomicInteger();
        private final Queue<String> refused = new ConcurrentLinkedQueue<>();
        private final Semaphore rounds = new Semaphore(0);
        private volatile Shop shop;

        Server(Shop shop) {
            this.shop = shop;
        }

        @Override
        public void run() {
            while (on.get()) {
                Answer granted = grant(shop, "grant_type=client_credentials");
                note(granted);
                note(get(granted.at("/access_token"), SESSIONS));
                rounds.release();
            }
        }

        private void note(Answer answer) {
            calls.incrementAndGet();
            if (answer.status() != 200) {
                refused.add(answer.toString());
            }
        }

        /** Waits until it has called with what it has now: the first of two rounds may have begun before. */
        void callsOn() throws InterruptedException {
            rounds.drainPermits();
            rounds.acquire(2);
        }
    }

    @Test
    void refusesNoCallWhileTheSecretChanges() throws Exception {
        Shop shop = shop();
        List<Server> servers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < SERVERS; i++) {
            servers.add(new Server(shop));
            threads.add(Thread.ofVirtual().start(servers.getLast()));
        }
        try {
            for (int version = 1; version <= ROTATIONS; version++) {
                changeOver(shop, version, servers);
            }
        } finally {
            servers.forEach(server -> server.on.set(false));
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(servers).allSatisfy(server -> assertThat(server.refused).isEmpty());
        assertThat(servers).allSatisfy(server -> assertThat(server.calls).hasValueGreaterThan(ROTATIONS * 4));
        assertThat(grant(shop, "grant_type=client_credentials").status())
                .as("the first secret")
                .isEqualTo(401);
    }

    private void changeOver(Shop shop, int old, List<Server> servers) throws InterruptedException {
        IssuedSecret issued = rotate.rotate(shop.tenant(), shop.clientId(), Duration.ofHours(1));
        for (Server server : servers) {
            server.callsOn();
            server.shop = new Shop(shop.tenant(), shop.clientId(), issued.secret());
            server.callsOn();
        }
        end.end(shop.tenant(), shop.clientId(), old);
    }
}
