package com.tillhouse.api.openapi;

import com.tillhouse.api.capture.CaptureRequest;
import com.tillhouse.api.checkout.CheckoutPolicyRequest;
import com.tillhouse.api.checkout.OpenSessionRequest;
import com.tillhouse.api.checkout.SessionWarningsResource;
import com.tillhouse.api.listing.ListReply;
import com.tillhouse.api.problem.Problem;
import com.tillhouse.api.refund.RefundRequest;
import com.tillhouse.core.capture.usecase.CaptureResource;
import com.tillhouse.core.checkout.usecase.CheckoutPolicyResource;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.refund.usecase.RefundResource;
import com.tillhouse.core.trail.domain.line.TrailDetail;
import com.tillhouse.core.trail.usecase.TrailResource;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Makes the schemas say what the records say: names as JSON has them, what must be there, what may be null, and what it means. */
final class ShapeDescription implements OpenApiCustomizer {
    /** Replies that leave out what they have nothing to say about. */
    private static final Set<String> SPARING = Set.of("Problem", "SessionWarningsResource");

    private static final String TRAIL = "Trail";

    private final Texts texts = new Texts();

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(schemas::putIfAbsent);
        choose(schemas, TrailDetail.class);
        Map<String, Class<?>> records = records(schemas.keySet());
        records.forEach((name, type) -> describe(name, type, Objects.requireNonNull(schemas.get(name), name)));
        schemas.forEach((name, schema) -> {
            if (name.startsWith("ListReply")) {
                describe(name, ListReply.class, schema);
            }
        });
        api.getComponents().setSchemas(new TreeMap<>(schemas));
    }

    /** The records of a choice, which stands where it is used. */
    private static void choose(Map<String, Schema> schemas, Class<?> choice) {
        schemas.remove(choice.getSimpleName());
        for (Class<?> one : choice.getPermittedSubclasses()) {
            ModelConverters.getInstance(true).readAll(one).forEach(schemas::putIfAbsent);
            schemas.computeIfPresent(one.getSimpleName(), (name, schema) -> own(schema));
        }
    }

    /** The generator makes a record that is one of a choice a composition of the choice and of what is its own. */
    private static Schema<?> own(Schema<?> schema) {
        return schema.getAllOf() == null
                ? schema
                : schema.getAllOf().stream()
                        .filter(part -> part.getProperties() != null)
                        .findFirst()
                        .orElseThrow();
    }

    /** The records behind the schemas, found from those that requests and replies are made of. */
    private static Map<String, Class<?>> records(Set<String> names) {
        Set<Class<?>> found = new LinkedHashSet<>();
        List<Class<?>> open = new ArrayList<>(List.of(
                OpenSessionRequest.class,
                CheckoutSessionResource.class,
                CaptureRequest.class,
                CaptureResource.class,
                RefundRequest.class,
                RefundResource.class,
                SessionWarningsResource.class,
                CheckoutPolicyRequest.class,
                CheckoutPolicyResource.class,
                TrailResource.class,
                Problem.class));
        while (!open.isEmpty()) {
            Class<?> type = open.removeLast();
            if (type.isSealed()) {
                open.addAll(List.of(type.getPermittedSubclasses()));
            }
            if (type.isRecord() && found.add(type)) {
                for (RecordComponent part : type.getRecordComponents()) {
                    open.addAll(Types.mentioned(part.getGenericType()));
                }
            }
        }
        Map<String, Class<?>> byName = new TreeMap<>();
        found.stream()
                .filter(type -> names.contains(type.getSimpleName()))
                .forEach(type -> byName.put(type.getSimpleName(), type));
        return byName;
    }

    private void describe(String name, Class<?> type, Schema<?> schema) {
        boolean sparing = SPARING.contains(name);
        boolean reply =
                !sparing && (name.endsWith("Resource") || name.startsWith("ListReply") || name.startsWith(TRAIL));
        Map<String, Schema> shaped = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent part : type.getRecordComponents()) {
            Schema<?> property = Objects.requireNonNull(schema.getProperties().get(part.getName()), part.getName());
            String written = Types.snake(part.getName());
            boolean nullable = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (reply || !nullable && (!many(part) || sparing)) {
                required.add(written);
            }
            Schema<?> said = nullable && !sparing ? Types.nullable(property) : property;
            texts.describe(type, written, said);
            shaped.put(written, said);
        }
        schema.setProperties(shaped);
        schema.setRequired(required.isEmpty() ? null : required);
        schema.setDescription(texts.of(type));
        if (!reply && !sparing) {
            schema.setAdditionalProperties(Boolean.FALSE);
        }
    }

    /** Lists and objects of texts may be left out of a request; they are empty then. */
    private static boolean many(RecordComponent part) {
        return Collection.class.isAssignableFrom(part.getType()) || Map.class.isAssignableFrom(part.getType());
    }
}
