package com.tillhouse.api.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything the API can say no with. The code is stable; each kind has a page that explains it. */
public enum ProblemKind {
    MALFORMED_REQUEST(
            400,
            "The request can't be read",
            "The body is not the JSON that this call takes: malformed, a property it does not know, a wrong type, or a repeated name. `errors` points at the place. Amounts are whole numbers of minor units, without quotes, fraction or exponent."),
    INVALID_PARAMETER(
            400,
            "A query parameter can't be used",
            "A query parameter is unknown, given twice, or has a value that it can't have. `errors` names it."),
    INVALID_CURSOR(
            400,
            "The cursor can't be used",
            "A cursor is good only for the list, the filters and the client's tenant and mode that it was given for. Begin again without one."),
    IDEMPOTENCY_KEY_REQUIRED(
            400,
            "An Idempotency-Key is required",
            "Send one Idempotency-Key header of 1 to 255 printable ASCII characters, fresh for each new request and the same when you send a request again."),
    UNAUTHENTICATED(
            401,
            "A valid access token is required",
            "Send a token from POST /oauth2/token as `Authorization: Bearer …`. Tokens live ten minutes; a disabled client's tokens are refused."),
    INSUFFICIENT_SCOPE(
            403,
            "The token lacks a scope",
            "`required_scope` names it. Ask for it at the token endpoint; the client must have been given it."),
    NOT_FOUND(404, "Not found", "There is no such object of this tenant in this mode, or no such address."),
    METHOD_NOT_ALLOWED(
            405, "Method not allowed", "This address does not take that method; `Allow` lists those that it takes."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The API answers application/json and application/problem+json only."),
    IDEMPOTENCY_KEY_IN_FLIGHT(
            409,
            "The first request with this key is still running",
            "Wait as long as Retry-After says and send the same request again."),
    GATEWAY_NOT_READY(
            409, "The payment provider is not set up", "Complete the provider keys for this mode in the admin app."),
    PAYMENT_NOT_CAPTURABLE(
            409,
            "The payment can't be captured as it stands",
            "Only an authorized payment of a session opened with capture_mode MANUAL can be captured, until the last capture, a cancel, or the end of the authorisation. `authorized`, `captured`, `capturing` and `available` say where its money is."),
    CAPTURE_EXCEEDS_AVAILABLE(
            409,
            "Less than that is left to capture",
            "`available` is what is left: `authorized` less `captured` and less `capturing`, which captures on their way speak for. Ask for no more than that, with a new Idempotency-Key."),
    PAYMENT_BEING_CAPTURED(
            409,
            "The payment is being captured",
            "A capture is on its way. Cancel when it has failed; refund when it has succeeded."),
    PAYMENT_CAPTURED(
            409,
            "The payment was captured in part or in full",
            "What was captured can't be cancelled any more. Refund it instead."),
    PAYMENT_NOT_REFUNDABLE(
            409,
            "The payment can't be refunded as it stands",
            "Only a succeeded payment that is not being cancelled can be refunded. `captured`, `refunded`, `reserved` and `available` say where its money is."),
    REFUND_EXCEEDS_AVAILABLE(
            409,
            "Less than that is left to refund",
            "`available` is what is left: `captured` less `refunded` and less `reserved`, which is on its way back already. Ask for no more than that, with a new Idempotency-Key."),
    CANCEL_WINDOW_CLOSED(
            409,
            "The time to cancel is over",
            "Antom cancels a paid payment until 00:15 (GMT+8) of the day after payment. Refund it instead."),
    METHOD_NEVER_CANCELS(
            409,
            "The payment method can't be cancelled",
            "Wait for the end of the payment, and refund it if it was paid."),
    PAYMENT_ENDED(409, "The payment has ended", "It failed, expired or was cancelled; there is nothing to cancel."),
    PAYMENT_REFUNDED(
            409,
            "The payment was refunded in part or in full",
            "What has a refund can't be cancelled any more. Refund the rest instead."),
    CANCEL_REFUSED(
            409,
            "The payment provider refused to cancel",
            "`provider` has its own code and message. If the payment was paid, refund it."),
    SESSION_NOT_OPEN(409, "The checkout session has ended", "Open a new session for the order."),
    PREVIOUS_ATTEMPT_OPEN(
            409,
            "The previous payment is not closed yet",
            "The provider has not said for certain that the payment before can't be paid any more, and two open payments could both be paid. Send the same request again in a minute; it is asked meanwhile."),
    ORDER_ALREADY_OPEN(
            409,
            "The order has an open checkout session already",
            "Your checkout policy allows one open session for an order reference. `sessions` names what is open: use it or expire it, then send the request again with the same Idempotency-Key."),
    APPROVAL_REQUIRED(
            409,
            "Two members have to agree to this",
            "The business wants four eyes for it. Propose it in the admin app; another member approves it there."),
    BODY_TOO_LARGE(413, "The body is too large", "A request body may have 256 KiB."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "Send application/json."),
    INVALID_REQUEST(422, "The request breaks a rule", "`errors` lists every field with what would be right."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key was used for another request",
            "An Idempotency-Key stands for one request. Use a new key for a new one."),
    DECLINED_BY_PROVIDER(
            422,
            "The payment provider refused",
            "The provider refused to open the page; `provider` has its own code and message. Correct the request and send it with a new Idempotency-Key."),
    REQUEST_TIMEOUT(
            408,
            "The body did not come in time",
            "A whole request must be here within fifteen seconds. Send the same request with the same Idempotency-Key again."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "Wait as long as Retry-After says and send the same request with the same Idempotency-Key again; nothing was done with it. `RateLimit-Policy` says how much is let in and `RateLimit` what is left of it."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here",
            "It is logged under the Request-Id. Send the same request with the same Idempotency-Key again."),
    GATEWAY_ANSWER_UNUSABLE(
            502,
            "The payment provider's answer can't be relied on",
            "The outcome is unknown. Poll `checkout_session` or `payment`, or send the same request with the same Idempotency-Key again."),
    UNAVAILABLE(503, "Not available right now", "Send the same request with the same Idempotency-Key again."),
    GATEWAY_UNAVAILABLE(
            503,
            "The payment provider is not asked at the moment",
            "Antom has not answered your account of late, or too many of your calls wait for it. Nothing was sent. Wait as long as Retry-After says and send the same request with the same Idempotency-Key again."),
    GATEWAY_TIMEOUT(
            504,
            "The payment provider did not answer in time",
            "The outcome is unknown. Poll `checkout_session` or `payment`, or send the same request with the same Idempotency-Key again.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemKind(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** Stable, snake_case, part of the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means and what to do, for the page that its type leads to. */
    public String explanation() {
        return explanation;
    }

    /** True when the very same request may well succeed later. */
    boolean retryable() {
        return status >= 500 || status == 429 || status == 408 || this == IDEMPOTENCY_KEY_IN_FLIGHT || this == PREVIOUS_ATTEMPT_OPEN;
    }

    static Optional<ProblemKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** What is said when a framework knows only an HTTP status. */
    static ProblemKind of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> INSUFFICIENT_SCOPE;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL_ERROR : MALFORMED_REQUEST;
        };
    }
}
