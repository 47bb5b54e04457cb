package com.tillhouse.sandbox.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.fault.FaultKind;
import com.tillhouse.sandbox.fault.FaultRepository;
import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.protocol.ResultStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts faults in waiting, and takes them away. */
final class FaultsResource implements ControlResource {

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
                faults.add(fault(ControlBody.parse(
                        call.body(), Set.of("api", "fault", "count", "paymentRequestId", "delay", "code"))));
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
                delay != null ? delay : Fault.usualDelay(api, kind),
                code(body, kind));
    }

    private static @Nullable ResultCode code(ControlBody body, FaultKind kind) {
        String text = body.optionalText("code");
        if (kind != FaultKind.RESULT_CODE && text != null) {
            throw body.wrong("code", "belongs to the fault result_code", "Leave it out, or use that fault.");
        }
        if (kind != FaultKind.RESULT_CODE) {
            return null;
        }
        return Arrays.stream(ResultCode.values())
                .filter(code -> code.status() != ResultStatus.S && code.name().equals(text))
                .findFirst()
                .orElseThrow(() -> body.wrong(
                        "code",
                        "is not a result code of F or U: " + text,
                        "Use one like MERCHANT_BALANCE_NOT_ENOUGH."));
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
            Duration delay,
            @Nullable ResultCode code) {

        static Waiting of(Fault fault) {
            return new Waiting(
                    fault.api().wireName(),
                    fault.kind().wireName(),
                    fault.count(),
                    fault.paymentRequestId(),
                    fault.delay(),
                    fault.code());
        }
    }
}
