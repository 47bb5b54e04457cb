package com.tillhouse.sandbox.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes the connection without a word where a servlet has asked for it. */
public final class DroppedConnection extends ValveBase {

    private static final String ASKED = DroppedConnection.class.getName();

    DroppedConnection() {
        super(true);
    }

    /** The caller of this request shall see its connection close instead of an answer. */
    public static void request(ServletRequest request) {
        request.setAttribute(ASKED, Boolean.TRUE);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(ASKED) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("A fault loses this response"));
        }
    }
}
