package com.tillhouse.sandbox;

import com.tillhouse.sandbox.checkout.BuyerActions;
import com.tillhouse.sandbox.checkout.FindPayment;
import com.tillhouse.sandbox.checkout.InquirePayment;
import com.tillhouse.sandbox.checkout.OpenSession;
import com.tillhouse.sandbox.checkout.PaymentDeadlines;
import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.client.RegisteredKey;
import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.clock.DueWork;
import com.tillhouse.sandbox.clock.SandboxClock;
import com.tillhouse.sandbox.control.ControlApi;
import com.tillhouse.sandbox.fault.FaultRepository;
import com.tillhouse.sandbox.fault.FaultSource;
import com.tillhouse.sandbox.followup.CancelPayment;
import com.tillhouse.sandbox.followup.CapturePayment;
import com.tillhouse.sandbox.followup.FollowUpNotices;
import com.tillhouse.sandbox.followup.InquireRefund;
import com.tillhouse.sandbox.followup.MakeFollowUp;
import com.tillhouse.sandbox.followup.RefundPayment;
import com.tillhouse.sandbox.followup.SettleFollowUp;
import com.tillhouse.sandbox.gateway.CallFaults;
import com.tillhouse.sandbox.gateway.GatewayApis;
import com.tillhouse.sandbox.gateway.GatewayController;
import com.tillhouse.sandbox.gateway.PaymentApis;
import com.tillhouse.sandbox.notification.NotificationSender;
import com.tillhouse.sandbox.page.CheckoutPageController;
import com.tillhouse.sandbox.page.CheckoutView;
import com.tillhouse.sandbox.page.StylesheetController;
import com.tillhouse.sandbox.payment.NoticeWriter;
import com.tillhouse.sandbox.payment.NotificationWorker;
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
        FaultSource faulty = new FaultSource(faults, switches);
        NoticeWriter writer = new NoticeWriter(clients, faulty);
        FollowUpNotices notices = new FollowUpNotices(writer);
        NotificationWorker deliveries = new NotificationWorker(payments, clients, sender, work, switches, clock);
        BuyerActions actions = new BuyerActions(payments, new PaymentNotices(writer), faulty, switches, clock);
        MakeFollowUp make = new MakeFollowUp(payments, notices, clock);
        SettleFollowUp settle = new SettleFollowUp(payments, notices, work, clock);
        GatewayController door = new GatewayController(
                new GatewayApis(apis(actions, deliveries, make), this::pageAddress),
                clients,
                new CallFaults(faulty, payments, actions, deliveries),
                switches,
                clock);
        server.serve(Map.of(
                "/ams/*",
                door,
                CheckoutPageController.PATH,
                new CheckoutPageController(payments, actions, new CheckoutView(clients, switches, clock)),
                StylesheetController.PATH,
                new StylesheetController(),
                "/control/*",
                new ControlApi(
                                clients,
                                payments,
                                actions,
                                new RefundPayment(make),
                                settle,
                                faults,
                                switches,
                                clock,
                                work)
                        .servlet()));
        payments.watchedBy(new PaymentDeadlines(work, actions)::watch);
        payments.watchedBy(settle::watch);
        payments.watchedBy(deliveries::watch);
        return door;
    }

    private PaymentApis apis(BuyerActions actions, NotificationWorker deliveries, MakeFollowUp make) {
        FindPayment find = new FindPayment(payments);
        return new PaymentApis(
                new OpenSession(payments, switches, clock),
                new InquirePayment(find, switches),
                new CancelPayment(find, payments, actions, deliveries, switches, clock),
                new RefundPayment(make),
                new InquireRefund(payments, switches),
                new CapturePayment(make));
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
