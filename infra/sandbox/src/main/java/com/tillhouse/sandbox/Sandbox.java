package com.tillhouse.sandbox;

import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.client.RegisteredKey;
import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.clock.DueWork;
import com.tillhouse.sandbox.clock.SandboxClock;
import com.tillhouse.sandbox.control.ControlApi;
import com.tillhouse.sandbox.fault.FaultRepository;
import com.tillhouse.sandbox.gateway.GatewayApis;
import com.tillhouse.sandbox.gateway.GatewayController;
import com.tillhouse.sandbox.notification.NotificationSender;
import com.tillhouse.sandbox.page.CheckoutPageController;
import com.tillhouse.sandbox.page.CheckoutView;
import com.tillhouse.sandbox.page.StylesheetController;
import com.tillhouse.sandbox.payment.BuyerActions;
import com.tillhouse.sandbox.payment.InquirePayment;
import com.tillhouse.sandbox.payment.NotificationWorker;
import com.tillhouse.sandbox.payment.OpenSession;
import com.tillhouse.sandbox.payment.PaymentDeadlines;
import com.tillhouse.sandbox.payment.PaymentNotices;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.server.WebServer;
import com.tillhouse.sandbox.settings.SwitchStore;
import com.tillhouse.sandbox.store.DocumentStore;
import com.tillhouse.sandbox.store.FolderDocumentStore;
import com.tillhouse.sandbox.store.MemoryDocumentStore;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Map;

/** A running sandbox. Everything about it can be done over http; this class starts it, says where it is, and stops it. */
public final class Sandbox implements AutoCloseable {

    private final SandboxSettings settings;
    private final SandboxClock clock;
    private final ClientRepository clients;
    private final PaymentRepository payments;
    private final SwitchStore switches;
    private final FaultRepository faults = new FaultRepository();
    private final WebServer server;
    private final DueWork work;
    private final NotificationSender sender;
    private final GatewayController gateway;

    private Sandbox(SandboxSettings settings) {
        this.settings = settings;
        DocumentStore documents = settings.dataFolder() == null
                ? new MemoryDocumentStore()
                : new FolderDocumentStore(settings.dataFolder());
        clock = new SandboxClock(settings.clock(), documents);
        clients = new ClientRepository(documents);
        payments = new PaymentRepository(documents);
        switches = new SwitchStore(settings.switches(), documents);
        server = new WebServer(settings.address(), settings.httpPort(), settings.httpsPort());
        work = new DueWork(clock);
        sender = new NotificationSender(clock);
        gateway = wired();
    }

    /**
     * Starts a sandbox; it answers when this returns.
     *
     * @throws com.tillhouse.sandbox.server.PortTakenException if a port can't be opened
     * @throws IllegalStateException if the data folder holds something unreadable; the message names the file
     */
    public static Sandbox start(SandboxSettings settings) {
        Sandbox sandbox = new Sandbox(settings);
        boolean open = false;
        try {
            sandbox.server.start();
            sandbox.work.start();
            open = true;
            return sandbox;
        } finally {
            if (!open) {
                sandbox.close();
            }
        }
    }

    /** Puts the servlets in their places, and takes up what a former run left to do. */
    private GatewayController wired() {
        NotificationWorker deliveries = new NotificationWorker(payments, clients, sender, work, switches, clock);
        BuyerActions actions =
                new BuyerActions(payments, new PaymentNotices(clients, faults), deliveries, switches, clock);
        PaymentDeadlines deadlines = new PaymentDeadlines(work, actions);
        GatewayApis apis = new GatewayApis(
                new OpenSession(payments, deadlines, switches, clock),
                new InquirePayment(payments, switches),
                payments,
                this::pageAddress);
        GatewayController door = new GatewayController(apis, clients, faults, switches, clock);
        CheckoutView view = new CheckoutView(clients, switches, clock);
        server.serve(Map.of(
                "/ams/*",
                door,
                CheckoutPageController.PATH,
                new CheckoutPageController(payments, actions, view),
                StylesheetController.PATH,
                new StylesheetController(),
                "/control/*",
                new ControlApi(clients, payments, actions, faults, switches, clock, work).servlet()));
        payments.all().forEach(payment -> {
            deadlines.watch(payment);
            deliveries.watch(payment);
        });
        return door;
    }

    private String pageAddress() {
        URI base = settings.pageBase() == null ? httpBase() : settings.pageBase();
        return base + CheckoutPageController.PATH;
    }

    /** Where the gateway, the page and the control API are. */
    public URI httpBase() {
        return URI.create("http://localhost:" + server.httpPort());
    }

    /** Where the gateway and the page are for clients that insist on TLS. */
    public URI httpsBase() {
        return URI.create("https://localhost:" + server.httpsPort());
    }

    /** The self-made certificate of the https door. */
    public X509Certificate certificate() {
        return server.certificate();
    }

    /** The sandbox's own time. */
    public InstantSource clock() {
        return clock;
    }

    /** Registers a merchant without going over http. */
    public RegisteredKey register(Registration registration) {
        return clients.register(registration);
    }

    @Override
    public void close() {
        work.close();
        gateway.release();
        server.close();
        sender.close();
    }
}
