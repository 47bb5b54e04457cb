package com.tillhouse.local;

import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.config.OperatorInstaller;
import com.tillhouse.local.app.App;
import com.tillhouse.local.app.AppSettings;
import com.tillhouse.local.app.RunningApps;
import com.tillhouse.local.demo.DemoPeople;
import com.tillhouse.local.demo.DemoSetUp;
import com.tillhouse.local.demo.DemoTenant;
import com.tillhouse.local.demo.SandboxClients;
import com.tillhouse.local.mailbox.Mailbox;
import com.tillhouse.local.shop.Shop;
import com.tillhouse.local.shop.ShopMerchant;
import com.tillhouse.local.shop.ShopSettings;
import com.tillhouse.local.shop.Storefront;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.sandbox.server.PortTakenException;
import com.tillhouse.sandbox.settings.Switches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order in which the parts of the platform come up. */
final class PlatformStart {
    private final LocalOptions options;
    private final Progress progress;
    private final StopOrder stopOrder;
    private final Ports ports;

    PlatformStart(LocalOptions options, Progress progress, StopOrder stopOrder) {
        this.options = options;
        this.progress = progress;
        this.stopOrder = stopOrder;
        this.ports = Ports.offsetBy(options.portOffset());
    }

    /** Starts everything and writes the file for scripts; all of it answers when this returns. */
    PlatformFile start() {
        DataFolder folder = stopOrder.add(DataFolder.open(options.data()));
        Ports.requireFree(ports.ofServers());
        PrivateFile kept = new PrivateFile(folder.resolve("demo.json"));
        Optional<DemoPeople> known = kept.read(DemoPeople.class);
        Database database = new DatabaseStart(folder, progress)
                .start(System.getenv(), ports.database(), known.isEmpty(), stopOrder);
        startSandbox(folder);
        startMailbox();
        // before the apps: what they still have to deliver must find its receiver
        known.ifPresent(people -> startShop(folder, people));
        RunningApps apps = startApps(folder, database);
        DemoPeople people = known.orElseGet(() -> setUp(apps, database, kept));
        if (known.isEmpty()) {
            startShop(folder, people);
        }
        PlatformFile file = file(database, people);
        new PrivateFile(options.json()).write(file);
        stopOrder.complete();
        progress.say("Ready.");
        progress.print(file.table());
        return file;
    }

    private RunningApps startApps(DataFolder folder, Database database) {
        Path masterKey = folder.resolve("master.key");
        if (!Files.exists(masterKey)) {
            MasterKey.create(masterKey);
        }
        Map<App, Integer> portOf =
                Map.of(App.API, ports.api(), App.WEBHOOKS, ports.webhooks(), App.ADMIN, ports.admin());
        AppSettings settings = new AppSettings(database.url(), database.appPassword(), masterKey, portOf, ports.smtp());
        progress.say("Starting the three apps ...");
        return stopOrder.add(
                RunningApps.start(settings, app -> progress.say(app.title() + " answers on port " + portOf.get(app))));
    }

    private DemoPeople setUp(RunningApps apps, Database database, PrivateFile kept) {
        DemoSetUp setUp = new DemoSetUp(
                apps,
                new SandboxClients(URI.create(local(ports.sandbox()))),
                URI.create(local(ports.shop())),
                new OperatorInstaller(database.url(), database.ownerPassword()).enrolment());
        List<DemoTenant> tenants = Storefront.demo().stream()
                .map(front -> setUp.merchant(front.slug(), front.name()))
                .toList();
        DemoPeople people = new DemoPeople(setUp.operator(), tenants);
        kept.write(people);
        progress.say("Two demo merchants set up");
        return people;
    }

    private void startSandbox(DataFolder folder) {
        try {
            stopOrder.add(Sandbox.start(SandboxSettings.defaults()
                    .withHttpPort(ports.sandbox())
                    .withHttpsPort(ports.sandboxTls())
                    .withSwitches(Switches.defaults().withMagicAmounts(true))
                    .withDataFolder(folder.resolve("sandbox"))));
        } catch (PortTakenException e) {
            throw new LocalStartException(String.valueOf(e.getMessage()), e);
        }
        progress.say("Antom sandbox answers on port " + ports.sandbox());
    }

    private void startMailbox() {
        try {
            stopOrder.add(Mailbox.start(ports.smtp(), ports.mailbox()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("Mailbox answers on port " + ports.mailbox());
    }

    private void startShop(DataFolder folder, DemoPeople people) {
        List<ShopMerchant> merchants = Storefront.demo().stream()
                .map(front -> people.tenants().stream()
                        .filter(tenant -> tenant.slug().equals(front.slug()))
                        .findFirst()
                        .map(tenant -> new ShopMerchant(
                                front, tenant.clientId(), tenant.clientSecret(), tenant.webhookSecret()))
                        .orElseThrow())
                .toList();
        ShopSettings settings = new ShopSettings(
                ports.shop(),
                URI.create(local(ports.api())),
                folder.resolve("shop-orders.json"),
                Clock.systemUTC(),
                options.holdWebhooks(),
                merchants);
        try {
            stopOrder.add(Shop.start(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("Demo shop answers on port " + ports.shop());
    }

    private PlatformFile file(Database database, DemoPeople people) {
        return new PlatformFile(
                local(ports.api()),
                local(ports.webhooks()),
                local(ports.admin()),
                local(ports.sandbox()),
                "https://localhost:" + ports.sandboxTls(),
                local(ports.shop()),
                local(ports.mailbox()),
                new PlatformFile.DatabaseEntry(database.url(), "owner", database.ownerPassword()),
                people.operator(),
                people.tenants());
    }

    private static String local(int port) {
        return "http://localhost:" + port;
    }
}
