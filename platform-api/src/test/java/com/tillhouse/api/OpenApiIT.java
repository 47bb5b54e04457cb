package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.api.access.RequiresScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class OpenApiIT extends ApiContract {
    private static final Path KEPT = Path.of("src/main/resources/openapi/tillhouse-v1.json");
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private String generated() {
        Answer served = send(to("/v1/openapi.json").GET());
        assertThat(served.status()).as(served.toString()).isEqualTo(200);
        Object sorted = PRETTY.readValue(served.bytes(), Object.class);
        return PRETTY.writeValueAsString(sorted) + "\n";
    }

    /** The file that merchants' tools are fed with is the one that the code makes. */
    @Test
    void isTheOneThatIsCheckedIn() throws IOException {
        String generated = generated();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(KEPT, generated);
        }
        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("The API changed. If that is meant: ./mvnw -pl platform-api -am verify -Dit.test=OpenApiIT"
                        + " -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false"
                        + " -Dopenapi.write=true, then commit " + KEPT)
                .isEqualTo(generated);
    }

    @Test
    void saysWhatMustBeThereAndWhatMayBeNull() {
        JsonNode api = PRETTY.readTree(generated());
        assertThat(api.at("/openapi").asString()).startsWith("3.1");
        JsonNode request = api.at("/components/schemas/OpenSessionRequest");
        assertThat(request.at("/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("order_reference", "amount", "description", "redirect_url");
        assertThat(request.at("/properties/notify_url/type").toString()).contains("null");
        assertThat(request.at("/additionalProperties").asBoolean(true)).isFalse();
        JsonNode session = api.at("/components/schemas/CheckoutSessionResource");
        assertThat(session.at("/required").size())
                .isEqualTo(session.at("/properties").size());
        assertThat(api.at("/paths/~1v1~1checkout~1sessions/post/security/0/client_credentials/0")
                        .asString())
                .isEqualTo("sessions:write");
        assertThat(api.at("/components/securitySchemes/client_credentials/flows/clientCredentials/scopes")
                        .size())
                .isEqualTo(9);
    }

    @Test
    void hasAScopeForEveryCall() {
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            String door = method.getBeanType().getName();
            boolean ours = Stream.of("checkout", "capture", "refund", "trail")
                    .anyMatch(room -> door.startsWith("com.tillhouse.api." + room));
            if (ours) {
                assertThat(method.hasMethodAnnotation(RequiresScope.class))
                        .as(method.toString())
                        .isTrue();
            }
        });
    }
}
