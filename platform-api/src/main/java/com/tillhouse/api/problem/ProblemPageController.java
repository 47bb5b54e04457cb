package com.tillhouse.api.problem;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages that the types of problems lead to. */
@Hidden
@RestController
class ProblemPageController {

    @GetMapping(value = "/errors/{code}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> page(@PathVariable String code) {
        return ProblemKind.of(code)
                .map(kind -> ResponseEntity.ok("%s (HTTP %d, code %s)%n%n%s%n"
                        .formatted(kind.title(), kind.status(), kind.code(), kind.explanation())))
                .orElseThrow(() -> new RefusedException(ProblemKind.NOT_FOUND, "There is no such problem type."));
    }
}
