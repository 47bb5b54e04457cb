package com.tillhouse.sandbox.fault;

import com.tillhouse.sandbox.settings.SwitchStore;
import java.util.Optional;

/** Says what goes wrong now: first what was put in waiting, then what the amount asks for, if that is switched on. */
public final class FaultSource {

    private final FaultRepository waiting;
    private final SwitchStore switches;
    private final MagicAmounts magic = new MagicAmounts();

    public FaultSource(FaultRepository waiting, SwitchStore switches) {
        this.waiting = waiting;
        this.switches = switches;
    }

    /** The fault for this moment, counted down. */
    public Optional<Fault> take(FaultPoint point) {
        Optional<Fault> put = waiting.take(point.api(), point.paymentRequestId());
        return put.isPresent() || !switches.current().magicAmounts() ? put : magic.take(point);
    }
}
