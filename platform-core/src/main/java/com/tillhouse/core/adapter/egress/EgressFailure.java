package com.tillhouse.core.adapter.egress;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Says in a word why no answer came, without telling what the inside looks like. */
final class EgressFailure {
    /** No full answer within the total deadline. */
    static final String DEADLINE = "deadline_exceeded";

    private static final String OTHER = "connection_failed";

    /** Narrow causes before the wide ones they are kinds of. */
    private static final Map<Class<? extends Throwable>, String> WORDS = words();

    private EgressFailure() {}

    static String word(@Nullable Throwable cause) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(cause))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    private static Map<Class<? extends Throwable>, String> words() {
        Map<Class<? extends Throwable>, String> words = new LinkedHashMap<>();
        words.put(ForbiddenAddressException.class, "address_refused");
        words.put(UnknownHostException.class, "host_unknown");
        words.put(ConnectTimeoutException.class, "connect_timeout");
        words.put(SocketTimeoutException.class, DEADLINE);
        words.put(ConnectException.class, "connection_refused");
        words.put(SSLException.class, "tls_failed");
        words.put(MessageConstraintException.class, "answer_malformed");
        words.put(NoHttpResponseException.class, "connection_closed");
        words.put(ConnectionClosedException.class, "connection_closed");
        words.put(ProtocolException.class, "answer_malformed");
        return words;
    }
}
