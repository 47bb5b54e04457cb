package com.tillhouse.api.problem;

import com.tillhouse.core.shared.InvalidMoneyException;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Violation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Puts what the JSON reader could not take into words that name the place and no class of ours. */
final class UnreadableMapper {
    private final ProblemMapper problems;

    UnreadableMapper(ProblemMapper problems) {
        this.problems = problems;
    }

    Problem map(JacksonException failure, String instance) {
        String pointer = pointer(failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidMoneyException money) {
                Violation found = new Violation(pointer + part(money), money.code(), money.detail());
                return broken(List.of(found), instance);
            }
            if (cause instanceof InvalidRequestException rules) {
                return broken(rules.violations(), instance);
            }
        }
        Violation found = violation(failure, pointer);
        return problems.of(ProblemKind.MALFORMED_REQUEST, summary(found), instance, List.of(found));
    }

    private Problem broken(List<Violation> found, String instance) {
        return problems.of(
                ProblemKind.INVALID_REQUEST,
                "The request breaks " + found.size() + " rule(s); see errors.",
                instance,
                found);
    }

    private static String summary(Violation found) {
        return found.pointer().isEmpty()
                ? "The body can't be read."
                : "The body can't be read at " + Echo.of(found.pointer()) + ".";
    }

    private static Violation violation(JacksonException failure, String pointer) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                new Violation(pointer, "unknown_property", "is not a property of this request.");
            case InputCoercionException number ->
                new Violation(pointer, "out_of_range", "must be a whole number that fits 64 bits.");
            case MismatchedInputException mismatch ->
                new Violation(pointer, "wrong_type", "must be " + wanted(mismatch.getTargetType()) + ".");
            case StreamConstraintsException limit ->
                new Violation(
                        pointer,
                        "too_deep_or_too_long",
                        "is nested deeper than 64 levels or has an overlong name, text or number.");
            case StreamReadException syntax -> syntax(syntax, pointer);
            default -> new Violation(pointer, "malformed", "can't be read.");
        };
    }

    private static Violation syntax(StreamReadException failure, String pointer) {
        String said = String.valueOf(failure.getOriginalMessage());
        if (said.startsWith("Duplicate Object property")) {
            return new Violation(pointer, "duplicate_property", "holds a property twice.");
        }
        return new Violation(
                pointer,
                "malformed_json",
                "is not JSON at line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr() + ".");
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of the right type";
        }
        if (type == long.class || type == int.class || type == Integer.class || type == Long.class) {
            return "a whole number, without quotes, fraction or exponent";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false, without quotes";
        }
        if (type == Instant.class) {
            return "an ISO 8601 date and time with an offset, such as 2027-01-31T12:00:00+08:00";
        }
        if (type == String.class) {
            return "a text of well-formed Unicode without NUL";
        }
        return Collection.class.isAssignableFrom(type) ? "a list without nulls" : object(type);
    }

    private static String object(Class<?> type) {
        return Map.class.isAssignableFrom(type) ? "an object of texts" : "an object with all its mandatory properties";
    }

    /** Which half of an amount breaks the rule; the reader knows only the amount. */
    private static String part(InvalidMoneyException failure) {
        return failure.code().startsWith("currency") ? "/currency" : "/value";
    }

    private static String pointer(JacksonException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/');
            if (name == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(name.replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
