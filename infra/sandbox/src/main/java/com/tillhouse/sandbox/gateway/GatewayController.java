package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.gateway.CallCheck.Caller;
import com.tillhouse.sandbox.gateway.GatewayApis.Call;
import com.tillhouse.sandbox.protocol.GatewayResult;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.settings.SwitchStore;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The gateway's door: checks a call, runs it, and answers with status 200 and a result, signed where it can be. */
public final class GatewayController extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient GatewayApis apis;
    private final transient CallCheck check;
    private final transient CallFaults faults;
    private final transient ReplySender replies;

    public GatewayController(
            GatewayApis apis, ClientRepository clients, CallFaults faults, SwitchStore switches, InstantSource clock) {
        this.apis = apis;
        this.check = new CallCheck(clients, switches, clock);
        this.faults = faults;
        this.replies = new ReplySender(clock);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Api api = apis.at(request.getRequestURI());
            GatewayCall call = GatewayCall.read(request);
            Caller caller = check.check(call);
            answer(api, call, caller, new Exchange(request, response));
        } catch (RefusedException unproved) {
            replies.unsigned(Json.PROTOCOL.writeValueAsString(new Answers.Bare(unproved.result())), response);
        }
    }

    /** Ends the pauses that faults have made, so that the server can stop. */
    public void release() {
        replies.close();
    }

    private void answer(Api api, GatewayCall call, Caller caller, Exchange exchange) throws IOException {
        Answered answered = answered(api, call, caller);
        replies.send(answered.body(), answered.fault(), call, caller, exchange);
    }

    private Answered answered(Api api, GatewayCall call, Caller caller) {
        try {
            Call parsed = GatewayApis.parsed(call.body());
            Fault fault = faults.take(api, caller.client().clientId(), parsed.body());
            return new Answered(answerTo(api, caller, parsed, fault), fault);
        } catch (RefusedException refused) {
            return new Answered(text(refused.result()), null);
        }
    }

    private String answerTo(Api api, Caller caller, Call call, @Nullable Fault fault) {
        Optional<ResultCode> withoutEffect = Optional.ofNullable(fault).flatMap(Fault::answerWithoutEffect);
        if (withoutEffect.isPresent()) {
            return text(GatewayResult.of(withoutEffect.get()));
        }
        ObjectNode answer = Json.PROTOCOL.valueToTree(runOrRefuse(api, caller, call, fault));
        faults.beforeResponse(caller.client().clientId(), call.body(), fault);
        CallFaults.spoil(answer, fault);
        return Json.PROTOCOL.writeValueAsString(answer);
    }

    private Object runOrRefuse(Api api, Caller caller, Call call, @Nullable Fault fault) {
        try {
            return apis.answer(api, caller.client(), call, fault);
        } catch (RefusedException refused) {
            return new Answers.Bare(refused.result());
        }
    }

    private static String text(GatewayResult result) {
        return Json.PROTOCOL.writeValueAsString(new Answers.Bare(result));
    }

    private record Answered(String body, @Nullable Fault fault) {}
}
