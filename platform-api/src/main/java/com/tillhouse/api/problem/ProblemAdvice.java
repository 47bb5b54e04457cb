package com.tillhouse.api.problem;

import com.tillhouse.core.approval.domain.ApprovalRequiredException;
import com.tillhouse.core.capture.usecase.CaptureNotPossibleException;
import com.tillhouse.core.checkout.usecase.CancelNotPossibleException;
import com.tillhouse.core.checkout.usecase.OpeningUndeterminedException;
import com.tillhouse.core.checkout.usecase.OrderAlreadyOpenException;
import com.tillhouse.core.checkout.usecase.SessionNotOpenException;
import com.tillhouse.core.gateway.GatewayBusyException;
import com.tillhouse.core.gateway.GatewayNotReadyException;
import com.tillhouse.core.idempotency.KeyInFlightException;
import com.tillhouse.core.idempotency.KeyReusedException;
import com.tillhouse.core.refund.usecase.RefundNotPossibleException;
import com.tillhouse.core.shared.InvalidMoneyException;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.Violation;
import com.tillhouse.core.trail.domain.Act;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/** The one place where exceptions become HTTP. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String SOON = "2";

    private final ProblemMapper problems;
    private final UnreadableMapper unreadable;

    ProblemAdvice(ProblemMapper problems) {
        this.problems = problems;
        this.unreadable = new UnreadableMapper(problems);
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusedException failure, HttpServletRequest request) {
        return failure.violations().isEmpty()
                ? answer(problems.of(failure.kind(), failure.detail(), at(request)))
                : answer(problems.of(failure.kind(), failure.detail(), at(request), failure.violations()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> undecodable(InvalidParameterException failure, HttpServletRequest request) {
        return answer(
                problems.of(ProblemKind.INVALID_PARAMETER, "The query is not percent-encoded UTF-8.", at(request)));
    }

    /** The firewall looks at parameters when they are read. */
    @ExceptionHandler
    ResponseEntity<Problem> rejected(RequestRejectedException failure, HttpServletRequest request) {
        return answer(problems.of(
                ProblemKind.INVALID_PARAMETER, "A parameter holds characters that no parameter has.", at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingScope(MissingScopeException failure, HttpServletRequest request) {
        return answer(problems.lacking(failure.scope(), at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notFound(NotFoundException failure, HttpServletRequest request) {
        return answer(problems.of(ProblemKind.NOT_FOUND, failure.detail(), at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> rulesBroken(InvalidRequestException failure, HttpServletRequest request) {
        return answer(problems.of(ProblemKind.INVALID_REQUEST, failure.detail(), at(request), failure.violations()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> moneyBroken(InvalidMoneyException failure, HttpServletRequest request) {
        Violation found = new Violation("/amount", failure.code(), failure.detail());
        return answer(problems.of(ProblemKind.INVALID_REQUEST, failure.detail(), at(request), List.of(found)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> keyReused(KeyReusedException failure, HttpServletRequest request) {
        return answer(problems.of(ProblemKind.IDEMPOTENCY_KEY_REUSED, failure.detail(), at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> keyInFlight(KeyInFlightException failure, HttpServletRequest request) {
        return soon(problems.of(ProblemKind.IDEMPOTENCY_KEY_IN_FLIGHT, failure.detail(), at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> gatewayNotReady(GatewayNotReadyException failure, HttpServletRequest request) {
        return answer(problems.of(ProblemKind.GATEWAY_NOT_READY, failure.detail(), at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> gatewayBusy(GatewayBusyException failure, HttpServletRequest request) {
        long seconds = Math.max(1, failure.delay().plusMillis(999).toSeconds());
        return after(
                String.valueOf(seconds), problems.of(ProblemKind.GATEWAY_UNAVAILABLE, failure.detail(), at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> undetermined(OpeningUndeterminedException failure, HttpServletRequest request) {
        return soon(problems.undetermined(failure, at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> captureNotPossible(CaptureNotPossibleException failure, HttpServletRequest request) {
        return answer(problems.captureNotPossible(failure, at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refundNotPossible(RefundNotPossibleException failure, HttpServletRequest request) {
        return answer(problems.refundNotPossible(failure, at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> cancelNotPossible(CancelNotPossibleException failure, HttpServletRequest request) {
        return answer(problems.ruledOut(failure, at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> sessionNotOpen(SessionNotOpenException failure, HttpServletRequest request) {
        Problem problem = problems.ruledOut(failure, at(request));
        return failure.retryable() ? soon(problem) : answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> orderAlreadyOpen(OrderAlreadyOpenException failure, HttpServletRequest request) {
        return answer(problems.orderAlreadyOpen(failure, at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> approvalRequired(ApprovalRequiredException failure, HttpServletRequest request) {
        return answer(problems.of(ProblemKind.APPROVAL_REQUIRED, failure.detail(), at(request)));
    }

    @ExceptionHandler({TransientDataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<Problem> databaseAway(Exception failure, HttpServletRequest request) {
        LOG.error("the database did not serve {}", at(request), failure);
        return soon(problems.of(ProblemKind.UNAVAILABLE, null, at(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notReadable(HttpMessageNotReadableException failure, HttpServletRequest request) {
        if (failure.getCause() instanceof JacksonException reader) {
            return answer(unreadable.map(reader, at(request)));
        }
        return answer(problems.of(ProblemKind.MALFORMED_REQUEST, "A JSON object is needed as the body.", at(request)));
    }

    /** What the framework refuses keeps its status; what nobody foresaw is ours, is logged, and says nothing. */
    @ExceptionHandler
    ResponseEntity<Problem> other(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            ProblemKind kind = ProblemKind.of(known.getStatusCode().value());
            return ResponseEntity.status(kind.status())
                    .headers(headers -> known.getHeaders().headerSet().stream()
                            .filter(header -> !header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE))
                            .forEach(header -> headers.addAll(header.getKey(), header.getValue())))
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problems.of(kind, kind.explanation(), at(request)));
        }
        if (DatabaseAway.caused(failure)) {
            return databaseAway(failure, request);
        }
        LOG.error("{} {} failed", request.getMethod(), at(request), failure);
        return answer(problems.of(ProblemKind.INTERNAL_ERROR, null, at(request)));
    }

    /** The refusal of what a caller asked of one of its objects goes on the object's trail. */
    private static ResponseEntity<Problem> answer(Problem problem) {
        Act.refused(problem.code());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Problem> soon(Problem problem) {
        return after(SOON, problem);
    }

    private static ResponseEntity<Problem> after(String seconds, Problem problem) {
        Act.refused(problem.code());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(problem);
    }

    private static String at(HttpServletRequest request) {
        return Echo.of(request.getRequestURI());
    }
}
