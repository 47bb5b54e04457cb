package com.tillhouse.api.idempotency;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the header of every call that opens a session or moves money. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = IdempotencyKeyMapper.HEADER,
        in = ParameterIn.HEADER,
        required = true,
        description =
                "Fresh for each new request, the same when you send one again: 1 to 255 printable ASCII characters.",
        schema = @Schema(type = "string", minLength = 1, maxLength = 255))
public @interface KeyRequired {}
