package com.tillhouse.api.openapi;

import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.api.idempotency.KeyRequired;
import com.tillhouse.api.problem.ProblemKind;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to each call what holds for all: its scope, its headers, and every refusal it can answer. */
final class OperationDescription implements OperationCustomizer {
    private static final List<Integer> EVERYWHERE = List.of(400, 401, 403, 405, 406, 429, 500, 503);
    private static final List<Integer> BODY = List.of(413, 415, 422);
    /** What only a change of settings can be refused for. */
    private static final Predicate<ProblemKind> SETTINGS = kind -> kind == ProblemKind.APPROVAL_REQUIRED;

    private static final List<Integer> WITH_BODY = List.of(409, 413, 415, 422, 502, 504);

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        RequiresScope scope = method.getMethodAnnotation(RequiresScope.class);
        if (scope == null) {
            return operation;
        }
        operation.setSecurity(List.of(new SecurityRequirement()
                .addList(OpenApiConfiguration.SCHEME, scope.value().word())));
        boolean keyed = method.hasMethodAnnotation(KeyRequired.class);
        operation.getResponses().forEach((status, response) -> {
            if (keyed) {
                addHeader(response, "Idempotent-Replayed", "true when this is an earlier answer given again.");
            }
            addRequestId(response);
            addQuotas(response);
        });
        EVERYWHERE.forEach(status -> refuse(operation, status));
        boolean one = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()));
        if (one) {
            refuse(operation, 404);
        }
        if (method.hasMethodAnnotation(PostMapping.class)) {
            WITH_BODY.stream()
                    .filter(status -> status == 409
                            || status == 413
                            || operation.getRequestBody() != null
                            || status != 415 && keyed)
                    .forEach(status -> refuse(operation, status));
        }
        if (method.hasMethodAnnotation(PatchMapping.class)) {
            BODY.forEach(status -> refuse(operation, status));
        }
        if ("change_checkout_policy".equals(operation.getOperationId())) {
            refuse(operation, 409, SETTINGS);
        }
        return operation;
    }

    private static void refuse(Operation operation, int status) {
        refuse(operation, status, SETTINGS.negate());
    }

    private static void refuse(Operation operation, int status, Predicate<ProblemKind> meant) {
        String meaning = Arrays.stream(ProblemKind.values())
                .filter(kind -> kind.status() == status)
                .filter(meant)
                .map(kind -> "`" + kind.code() + "`: " + kind.title() + ".")
                .collect(Collectors.joining(" "));
        ApiResponse response = new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        addRequestId(response);
        if (status == 429) {
            addQuotas(response);
        }
        if (status == 429 || status == 503) {
            response.addHeaderObject(
                    HttpHeaders.RETRY_AFTER,
                    new Header().description("Seconds to wait.").schema(new IntegerSchema()));
        }
        operation.getResponses().addApiResponse(String.valueOf(status), response);
    }

    private static void addQuotas(ApiResponse response) {
        OpenApiConfiguration.QUOTAS
                .keySet()
                .forEach(name -> response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name)));
    }

    private static void addRequestId(ApiResponse response) {
        addHeader(response, "Request-Id", "Names this request in our logs.");
    }

    private static void addHeader(ApiResponse response, String name, String meaning) {
        response.addHeaderObject(name, new Header().description(meaning).schema(new StringSchema()));
    }
}
