package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.checkout.BuyerActions;
import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.clock.DueWork;
import com.tillhouse.sandbox.clock.SandboxClock;
import com.tillhouse.sandbox.fault.FaultRepository;
import com.tillhouse.sandbox.followup.RefundPayment;
import com.tillhouse.sandbox.followup.SettleFollowUp;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.settings.SwitchStore;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;

/** Puts the control API together. */
public record ControlApi(
        ClientRepository clients,
        PaymentRepository payments,
        BuyerActions actions,
        RefundPayment refund,
        SettleFollowUp settle,
        FaultRepository faults,
        SwitchStore switches,
        SandboxClock clock,
        DueWork work) {

    /** The servlet for {@code /control/*}. */
    public HttpServlet servlet() {
        return new ControlController(Map.of(
                "clients", new ClientsResource(clients),
                "payments", new PaymentsResource(payments, actions, refund),
                "refunds", new RefundsResource(payments, settle),
                "faults", new FaultsResource(faults),
                "clock", new ClockResource(clock, work),
                "ledger", new LedgerResource(payments),
                "settings", new SettingsResource(switches)));
    }
}
