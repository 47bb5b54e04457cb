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

    private final WebServer server;
    private final DueWork work;
    private final NotificationSender sender;
    private final SandboxClock clock;
    private final ClientRepository clients;

    private Sandbox(SandboxSettings settings) {
        DocumentStore documents = settings.dataFolder() == null
                ? new MemoryDocumentStore()
                : new FolderDocumentStore(settings.dataFolder());
        clock = new SandboxClock(settings.clock(), documents);
        work = new DueWork(clock);
        sender = new NotificationSender(clock);
        clients = new ClientRepository(documents);
        server = new WebServer(settings.address(), settings.httpPort(), settings.httpsPort());
        open(settings, documents);
    }

    /**
     * Starts a sandbox; it answers when this returns.
     *
     * @throws com.tillhouse.sandbox.server.PortTakenException if a port is in use
     */
    public static Sandbox start(SandboxSettings settings) {
        return new Sandbox(settings);
    }

    private void open(SandboxSettings settings, DocumentStore documents) {
        FaultRepository faults = new FaultRepository();
        SwitchStore switches = new SwitchStore(settings.switches(), documents);
        PaymentRepository payments = new PaymentRepository(documents);
        NotificationWorker deliveries =
                new NotificationWorker(payments, clients, sender, work, switches, clock);
        BuyerActions actions =
                new BuyerActions(payments, new PaymentNotices(clients, faults), deliveries, switches, clock);
        PaymentDeadlines deadlines = new PaymentDeadlines(work, actions);
        OpenSession openSession = new OpenSession(payments, deadlines, switches, clock);
        GatewayApis apis = new GatewayApis(
                openSession, new InquirePayment(payments, switches), payments, () -> pageAddress(settings));
        server.serve(Map.of(
                "/ams/*", new GatewayController(apis, clients, faults, switches, clock),
                CheckoutPageController.PATH,
                        new CheckoutPageController(payments, actions, new CheckoutView(clients, switches, clock)),
                StylesheetController.PATH, new StylesheetController(),
                "/control/*", new ControlApi(clients, payments, actions, faults, switches, clock, work).servlet()));
        payments.all().forEach(payment -> {
            deadlines.watch(payment);
            deliveries.watch(payment);
        });
        server.start();
        work.start();
    }

    private String pageAddress(SandboxSettings settings) {
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
        server.close();
        sender.close();
    }
}
