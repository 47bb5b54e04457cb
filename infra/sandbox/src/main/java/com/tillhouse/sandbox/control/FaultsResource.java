package com.tillhouse.sandbox.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.fault.FaultKind;
import com.tillhouse.sandbox.fault.FaultRepository;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts faults in waiting, and takes them away. */
final class FaultsResource implements ControlResource {

    /** Longer than the twelve seconds a careful client waits. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(15);

    private static final Duration USUAL_LATENESS = Duration.ofMinutes(10);

    private final FaultRepository faults;

    FaultsResource(FaultRepository faults) {
        this.faults = faults;
    }

    @Override
    public Object answer(ControlCall call) {
        if (call.segments().size() > 1) {
            throw call.noSuchPath();
        }
        switch (call.method()) {
            case "GET" -> {}
            case "POST" ->
                faults.add(fault(
                        ControlBody.parse(call.body(), Set.of("api", "fault", "count", "paymentRequestId", "delay"))));
            case "DELETE" -> faults.clear();
            default -> throw call.methodNotAllowed("GET, POST or DELETE");
        }
        return Map.of("faults", faults.all().stream().map(Waiting::of).toList());
    }

    private static Fault fault(ControlBody body) {
        Api api = Api.named(body.text("api"))
                .orElseThrow(() -> body.wrong("api", "is not known", "Use one of " + apis() + "."));
        String wanted = body.text("fault");
        FaultKind kind = FaultKind.named(wanted)
                .filter(known -> known.fits(api))
                .orElseThrow(() -> body.wrong(
                        "fault",
                        "is not a fault of " + api.wireName() + ": " + wanted,
                        "Use one of " + kinds(api) + "."));
        Duration delay = body.optionalDuration("delay");
        return new Fault(
                api,
                kind,
                body.count("count"),
                body.optionalText("paymentRequestId"),
                delay != null ? delay : api.isCalled() ? USUAL_PAUSE : USUAL_LATENESS);
    }

    private static List<String> apis() {
        return Arrays.stream(Api.values()).map(Api::wireName).toList();
    }

    private static String kinds(Api api) {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> kind.fits(api))
                .map(FaultKind::wireName)
                .collect(Collectors.joining(", "));
    }

    /** A fault as the control API shows it. */
    record Waiting(
            String api,
            String fault,
            int count,
            @JsonProperty("paymentRequestId") @Nullable String paymentRequestId,
            Duration delay) {

        static Waiting of(Fault fault) {
            return new Waiting(
                    fault.api().wireName(),
                    fault.kind().wireName(),
                    fault.count(),
                    fault.paymentRequestId(),
                    fault.delay());
        }
    }
}
