package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.gateway.CallCheck.Caller;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.protocol.SignatureHeader;
import com.tillhouse.sandbox.protocol.SignedContent;
import com.tillhouse.sandbox.server.DroppedConnection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts an answer on the wire: signed as it should be, or spoiled in the way a fault asks for. */
final class ReplySender implements AutoCloseable {

    private static final String JSON = "application/json;charset=UTF-8";

    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);

    ReplySender(InstantSource clock) {
        this.clock = clock;
    }

    void unsigned(String body, HttpServletResponse response) throws IOException {
        write(body, JSON, response);
    }

    void send(String body, @Nullable Fault fault, GatewayCall call, Caller caller, Exchange exchange)
            throws IOException {
        HttpServletResponse response = exchange.response();
        if (fault == null) {
            signed(body, body, call, caller, response);
            return;
        }
        switch (fault.kind()) {
            case LOSE_RESPONSE -> DroppedConnection.request(exchange.request());
            case HTTP_500_HTML -> {
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                write("<html><body><h1>Internal Server Error</h1></body></html>", "text/html;charset=UTF-8", response);
            }
            case EMPTY_200 -> write("", JSON, response);
            case UNSIGNED_SUCCESS -> unsigned(body, response);
            case BAD_SIGNATURE -> signed(body, body + " ", call, caller, response);
            case DELAY -> {
                pause(fault.delay());
                signed(body, body, call, caller, response);
            }
            case DRIP -> {
                sign(body, call, caller, response);
                drip(body, fault.delay(), response);
            }
            default -> signed(body, body, call, caller, response);
        }
    }

    /** Ends all pauses, so that the server can stop. */
    @Override
    public void close() {
        closing.countDown();
    }

    private void signed(String body, String signedBody, GatewayCall call, Caller caller, HttpServletResponse response)
            throws IOException {
        sign(signedBody, call, caller, response);
        write(body, JSON, response);
    }

    private void sign(String body, GatewayCall call, Caller caller, HttpServletResponse response) {
        String time = ProtocolTime.format(clock.instant());
        String clientId = caller.client().clientId();
        String signature = RsaKeys.sign(
                new SignedContent(call.uri(), clientId, time, body),
                RsaKeys.readPrivate(caller.client().antomPrivateKey()));
        response.setHeader("client-id", clientId);
        response.setHeader("response-time", time);
        response.setHeader("signature", new SignatureHeader(caller.keyVersion(), signature).format());
    }

    private void drip(String body, Duration whole, HttpServletResponse response) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType(JSON);
        response.setContentLength(bytes.length);
        OutputStream out = response.getOutputStream();
        Duration each = whole.dividedBy(bytes.length);
        for (byte one : bytes) {
            out.write(one);
            out.flush();
            pause(each);
        }
    }

    private void pause(Duration length) {
        try {
            closing.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(String body, String type, HttpServletResponse response) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
