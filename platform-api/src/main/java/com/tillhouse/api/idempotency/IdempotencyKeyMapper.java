package com.tillhouse.api.idempotency;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.problem.ProblemKind;
import com.tillhouse.api.problem.RefusedException;
import com.tillhouse.core.idempotency.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the one Idempotency-Key that a request must carry. */
public final class IdempotencyKeyMapper {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");

    private IdempotencyKeyMapper() {}

    /**
     * The key of this request.
     *
     * @param operation the route, with {@code {id}} where ids stand
     */
    public static IdempotencyKey read(HttpServletRequest request, Caller caller, String operation) {
        List<String> sent = Collections.list(request.getHeaders(HEADER));
        if (sent.size() != 1 || !PRINTABLE.matcher(sent.getFirst()).matches()) {
            throw new RefusedException(
                    ProblemKind.IDEMPOTENCY_KEY_REQUIRED,
                    "Exactly one Idempotency-Key header of 1 to 255 printable ASCII characters is needed.");
        }
        return new IdempotencyKey(caller.mode(), caller.clientId(), operation, sent.getFirst());
    }
}
