package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.api.ApiOperations.Operation;
import com.tillhouse.api.ApiOperations.Parameter;
import com.tillhouse.api.IsolationRecipe.Meaning;
import com.tillhouse.core.IsolationReport;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.tenant.Scope;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every call of the checked-in description × everything in it that can name an object × another tenant, and the same tenant's other mode:
 * the answer is the one for what never was, nothing is changed, and Antom hears nothing. The owner's own call at the end shows that it
 * could have had an effect.
 */
class TenantMatrixIT extends MoneyContract {
    private static final IsolationReport REPORT = new IsolationReport(
            "cross-tenant-api",
            "Does any call of the API tell, or change, anything of another tenant or of the tenant's other mode?");
    private static final int NOT_FOUND = 404;

    @Autowired
    CountedGateways.Captures captureCalls;

    private final TenantRows rows = new TenantRows(JdbcClient.create(DATABASE.superuser()));
    private Shop owner;
    private String token;
    private List<IsolationProbe> probes;

    @BeforeEach
    void people() {
        owner = shop();
        token = token(owner);
        Shop other = shop();
        IsolationProbe another = new IsolationProbe("another tenant", other, token(other), false);
        assertThat(open(another.token(), order("THEIR-OWN")).status()).isEqualTo(201);
        Shop live = client(owner.tenant(), Mode.LIVE, Scope.words());
        probes = List.of(another, new IsolationProbe("the same tenant's other mode", live, token(live), true));
    }

    @AfterAll
    static void report() {
        REPORT.write();
    }

    @Test
    void knowsEveryCallOfTheDescription() {
        assertThat(ApiOperations.all().stream().map(Operation::id))
                .containsExactlyInAnyOrderElementsOf(IsolationRecipe.calls().keySet());
    }

    @Test
    void knowsEveryFieldThatMayNameAnObject() {
        ApiOperations.all()
                .forEach(operation -> assertThat(IsolationRecipe.unknownFields(operation))
                        .as("fields of " + operation.id() + " that the matrix does not fill")
                        .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> isTheSameForWhatIsAnothersAndForWhatNeverWas() {
        return ApiOperations.all().stream().flatMap(operation -> cells(operation).stream());
    }

    private List<DynamicTest> cells(Operation operation) {
        IsolationRecipe recipe = IsolationRecipe.of(operation);
        List<DynamicTest> cells = new ArrayList<>();
        boolean named = false;
        IsolationScene scene = IsolationScene.make(this, token, recipe.needs());
        for (Parameter parameter : operation.parameters()) {
            Meaning meaning = IsolationRecipe.of(operation, parameter);
            named |= meaning == Meaning.ID;
            for (IsolationProbe probe : probes) {
                switch (meaning) {
                    case ID -> cells.add(cell(operation, parameter, probe, () -> byId(operation, scene, probe)));
                    case FILTER ->
                        cells.add(
                                cell(operation, parameter, probe, () -> byFilter(operation, parameter, scene, probe)));
                    case CURSOR -> cells.add(cell(operation, parameter, probe, () -> byCursor(operation, probe)));
                    default -> {}
                }
            }
        }
        if (!named) {
            probes.forEach(probe -> cells.add(cell(operation, "nothing", probe, () -> whole(operation, probe))));
        }
        cells.addAll(deeds(operation, scene));
        return cells;
    }

    /** The owner does it, which shows that it could be done; then nobody else meets the owner's key. */
    private List<DynamicTest> deeds(Operation operation, IsolationScene scene) {
        String key = RandomId.withPrefix("key_");
        List<DynamicTest> cells = new ArrayList<>();
        List<String> made = new ArrayList<>(scene.secrets());
        cells.add(cell(operation, "everything", owner, () -> {
            Answer done = call(token, operation, path(operation, scene), key);
            assertThat(done.status()).as(done.toString()).isBetween(200, 299);
            Stream.of("/id", "/payments/0/id")
                    .map(done::at)
                    .filter(id -> !id.isEmpty())
                    .forEach(made::add);
            return done.status() + ": it is there, or has an effect, when the owner calls";
        }));
        if (operation.takes("header", "Idempotency-Key")) {
            for (IsolationProbe probe : probes) {
                cells.add(cell(
                        operation,
                        new Parameter("header", "Idempotency-Key"),
                        probe,
                        () -> byKey(operation, scene, probe, key, made)));
            }
        }
        return cells;
    }

    private DynamicTest cell(Operation operation, Object parameter, Object who, IsolationReport.Try tried) {
        String what = IsolationProbe.what(operation);
        String how = who.equals(owner) ? "the owner's own call" : parameter + " of the owner, by " + who;
        return DynamicTest.dynamicTest(what + ", " + how, () -> REPORT.cell(what, how, tried));
    }

    private String byId(Operation operation, IsolationScene scene, IsolationProbe probe) {
        String real = scene.id(operation);
        String nobody = IsolationScene.neverWas(operation);
        Map<String, List<String>> start = rows.of(probe.shop());
        Answer foreign = silently(probe, operation, operation.path().replace("{id}", real));
        Map<String, List<String>> middle = rows.of(probe.shop());
        Answer never = silently(probe, operation, operation.path().replace("{id}", nobody));
        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(NOT_FOUND);
        IsolationProbe.assertSame(foreign, real, never, nobody);
        assertThat(TenantRows.gained(start, middle))
                .as("what the call leaves behind")
                .isEqualTo(TenantRows.gained(middle, rows.of(probe.shop())));
        return "404, the same bytes as for an id that never was; no row changed, Antom not called";
    }

    private String byFilter(Operation operation, Parameter parameter, IsolationScene scene, IsolationProbe probe) {
        String real = scene.filter(parameter.name());
        String nobody = scene.neverWas(parameter.name());
        String query = operation.path() + "?" + parameter.name() + "=";
        assertThat(data(call(token, operation, query + real, "k")))
                .as("what the owner finds")
                .isPositive();
        Answer foreign = silently(probe, operation, query + real);
        Answer never = silently(probe, operation, query + nobody);
        assertThat(data(foreign)).as(foreign.toString()).isZero();
        IsolationProbe.assertSame(foreign, real, never, nobody);
        return "200, an empty list, the same bytes as for a value that never was";
    }

    private String byCursor(Operation operation, IsolationProbe probe) {
        IsolationRecipe recipe = IsolationRecipe.of(operation);
        IsolationScene.make(this, token, recipe.needs());
        IsolationScene.make(this, token, recipe.needs());
        String real = call(token, operation, operation.path() + "?limit=1", "k").at("/next_cursor");
        int middle = real.length() / 2;
        String nobody =
                real.substring(0, middle) + (real.charAt(middle) == 'A' ? 'B' : 'A') + real.substring(middle + 1);
        String query = operation.path() + "?cursor=";
        assertThat(data(call(token, operation, query + real, "k"))).isPositive();
        Answer foreign = silently(probe, operation, query + real);
        Answer never = silently(probe, operation, query + nobody);
        assertThat(foreign.at("/code")).as(foreign.toString()).isEqualTo("invalid_cursor");
        IsolationProbe.assertSame(foreign, real, never, nobody);
        return foreign.status() + " invalid_cursor, the same bytes as for a cursor that never was";
    }

    private String byKey(
            Operation operation, IsolationScene scene, IsolationProbe probe, String key, List<String> secrets) {
        boolean named = operation.takes("path", "id");
        String nobody = named ? IsolationScene.neverWas(operation) : "nobody";
        String real = named ? scene.id(operation) : "nobody";
        Answer foreign = call(probe.token(), operation, operation.path().replace("{id}", real), key);
        Answer never =
                call(probe.token(), operation, operation.path().replace("{id}", nobody), RandomId.withPrefix("key_"));
        assertThat(foreign.header("Idempotent-Replayed")).isNull();
        if (never.status() < 300) {
            assertThat(foreign.status()).as(foreign.toString()).isEqualTo(never.status());
            IsolationProbe.assertSilent(foreign, secrets);
            return foreign.status() + ", a deed of its own: the owner's key is not seen";
        }
        IsolationProbe.assertSame(foreign, real, never, nobody);
        return foreign.status() + ", the same bytes as under a fresh key: the owner's key is not seen";
    }

    /** A call that names nothing: what the owner does in the meantime makes no difference to it. */
    private String whole(Operation operation, IsolationProbe probe) {
        if (probe.sameTenant() && IsolationRecipe.OF_THE_TENANT.contains(operation.id())) {
            return "not tried: both modes of a tenant share it";
        }
        if (!operation.method().equals("GET")) {
            Answer done = probe.withoutEffect(
                    () -> call(probe.token(), operation, operation.path(), RandomId.withPrefix("key_")),
                    rows,
                    owner,
                    () -> 0);
            assertThat(done.status()).as(done.toString()).isNotEqualTo(NOT_FOUND);
            return done.status() + ", no row of the owner changed";
        }
        Answer before = silently(probe, operation, operation.path());
        IsolationScene meanwhile =
                IsolationScene.make(this, token, IsolationRecipe.of(operation).needs());
        Answer changed = send(to("/v1/checkout_policy")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"surplus\":\"keep\"}")));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        Answer after = silently(probe, operation, operation.path());
        IsolationProbe.assertSame(before, "-", after, "-");
        IsolationProbe.assertSilent(after, meanwhile.secrets());
        return after.status() + ", the same bytes before and after the owner's deeds";
    }

    private Answer silently(IsolationProbe probe, Operation operation, String path) {
        return probe.withoutEffect(
                () -> call(probe.token(), operation, path, RandomId.withPrefix("key_")), rows, owner, this::antomCalls);
    }

    private Answer call(String by, Operation operation, String path, String key) {
        String body = IsolationRecipe.of(operation).body();
        HttpRequest.BodyPublisher sent = operation.method().equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                to(path).header("Authorization", "Bearer " + by).method(operation.method(), sent);
        if (operation.hasBody()) {
            request.header("Content-Type", "application/json");
        }
        if (operation.takes("header", "Idempotency-Key")) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    private static String path(Operation operation, IsolationScene scene) {
        return operation.takes("path", "id") ? operation.path().replace("{id}", scene.id(operation)) : operation.path();
    }

    private static int data(Answer list) {
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.json().at("/data").size();
    }

    private int antomCalls() {
        return gateway.openings()
                + gateway.inquiries()
                + refundCalls.calls()
                + captureCalls.calls()
                + cancelCalls.calls();
    }
}
