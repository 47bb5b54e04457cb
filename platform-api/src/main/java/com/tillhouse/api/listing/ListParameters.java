package com.tillhouse.api.listing;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the query parameters that every list takes. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "created[gte]",
        in = ParameterIn.QUERY,
        description = "Only from this moment on; ISO 8601 with an offset.",
        schema = @Schema(type = "string", format = "date-time"))
@Parameter(
        name = "created[lt]",
        in = ParameterIn.QUERY,
        description = "Only before this moment; ISO 8601 with an offset.",
        schema = @Schema(type = "string", format = "date-time"))
@Parameter(
        name = "limit",
        in = ParameterIn.QUERY,
        description = "How many at most.",
        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
@Parameter(
        name = "cursor",
        in = ParameterIn.QUERY,
        description =
                "`next_cursor` of the slice before. It remembers its filters: send it alone or with the same ones.")
public @interface ListParameters {}
