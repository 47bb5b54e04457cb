package com.tillhouse.sandbox.protocol;

/**
 * What is signed in either direction: {@code POST <uri>\n<client-id>.<time>.<body>}.
 *
 * @param uri path and, if there is one, {@code ?} and the query, exactly as sent
 * @param time the text of the time header, exactly as sent
 */
public record SignedContent(String uri, String clientId, String time, String body) {

    /** The text whose UTF-8 bytes are signed. */
    public String text() {
        return "POST " + uri + "\n" + clientId + "." + time + "." + body;
    }
}
