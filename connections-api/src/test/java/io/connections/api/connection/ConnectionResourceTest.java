package io.connections.api.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.adapters.connector.sftp.SftpTestServer;
import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Rows;
import io.connections.api.testing.SftpConnection;
import io.connections.api.testing.WhoMay;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RunSetups;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.GoalId;
import io.connections.domain.kernel.Version;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.Trigger;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ApiTest
class ConnectionResourceTest {
    private static final String CONNECTIONS = "/api/v1/connections";
    private static final String CANARY = "canary-7f1c-never-shown";
    private static final String GOAL =
            """
            {"kind":"IMPORT_PROFILES","id":"0199f000-0000-7000-8000-000000000001","name":"Customers",
            "source":{"kind":"FILES","folder":"in","namePattern":"*.csv","pick":"ALL_BY_NAME","compression":"AUTO",
            "afterImport":{"kind":"MOVE","folder":"done"},
            "format":{"kind":"CSV","encoding":"UTF_8","separator":";","quote":"\\"","header":true}},
            "matching":{"anyOf":[["email"]]},"createWhenNoMatch":true,
            "mapping":[{"field":"mail","property":"email","strategy":"SET","restriction":"ALL_PROFILES","onBadValue":"REJECT_RECORD",
            "processors":[{"kind":"TRIM"},{"kind":"CHANGE_CASE","to":"LOWER"},{"kind":"CONCATENATE","fields":["a"],"separator":" "},
            {"kind":"FIXED_VALUE","value":"x"},{"kind":"DATE_FORMAT","patterns":["dd.MM.yyyy"],"locale":"de","zone":"Europe/Berlin"},
            {"kind":"NUMBER_FORMAT","decimalSeparator":",","groupingSeparator":"."},{"kind":"CLEAN_EMAIL"},
            {"kind":"CLEAN_PHONE","region":"NL"},
            {"kind":"CLEAN_PHONE","region":"NL","regionField":"country"},{"kind":"HASH"},
            {"kind":"REGEX_FILTER","pattern":"^a+$","inverted":true,"onMiss":"FILTER_RECORD"},
            {"kind":"REGEX_REPLACE","pattern":"b","replacement":"c"},{"kind":"SPLIT","separator":"|"},
            {"kind":"VALUE_TABLE","table":{"m":"male"},"ignoreCase":true,"otherwise":"DROP_VALUE"},
            {"kind":"EXPRESSION","formula":"value + '!'"}]}]}
            """;

    @Inject RunSetups setups;

    @BeforeEach
    void theTestSystemIsInstalled() {
        As.a(Role.ADMINISTRATOR).put("/api/v1/connection-types/test-system/installation");
    }

    @Test
    @Tag("M14")
    @Tag("M15")
    void whatWasSavedIsReadBackGoalsWithEveryProcessorIncluded() {
        Response made = create("Everything", GOAL);

        Response read = As.a(Role.MARKETER).get(CONNECTIONS + "/" + id(made));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(read.asString()).isEqualTo(made.asString());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.jsonPath().getList("goals[0].mapping[0].processors.kind")).hasSize(15);
        assertThat(read.jsonPath().getInt("setup.port")).isEqualTo(2222);
        assertThat(read.jsonPath().getBoolean("on")).isFalse();
        assertThat(read.jsonPath().getList("problems.pointer")).contains("/secrets/password");
    }

    @Test
    @Tag("M8")
    void ofTwoWhoSaveTheSameVersionTheSecondIsShownWhatStands() {
        String at = CONNECTIONS + "/" + id(create("First", ""));
        save(at, "\"1\"", "Second");

        Response late = save(at, "\"1\"", "Third");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.jsonPath().getString("type")).isEqualTo("/problems/connection-changed");
        assertThat(late.jsonPath().getString("current.name")).isEqualTo("Second");
        assertThat(late.jsonPath().getInt("current.version")).isEqualTo(2);
    }

    @Test
    @Tag("M8")
    void savingWithoutSayingWhichVersionWasChangedIsRefused() {
        String at = CONNECTIONS + "/" + id(create("Unversioned", ""));

        Response answer = As.a(Role.MARKETER).contentType("application/json").body("{}").put(at);

        assertThat(answer.statusCode()).isEqualTo(428);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/if-match-missing");
    }

    @Test
    @Tag("M6")
    void turningOnActsAtOnceAndMakesNoVersion() {
        String at = CONNECTIONS + "/" + id(create("Switched", ""));

        Response on =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body("{\"on\":true}")
                        .put(at + "/on");

        assertThat(on.jsonPath().getBoolean("on")).isTrue();
        assertThat(on.jsonPath().getInt("version")).isEqualTo(1);
    }

    @Test
    @Tag("M11")
    void aSecretIsShownAsSetAndNeverReturned() {
        String at = CONNECTIONS + "/" + id(create("Secretive", ""));
        Response set =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body("{\"value\":\"" + CANARY + "\"}")
                        .put(at + "/secrets/password");

        Response read = As.a(Role.VIEWER).get(at);

        assertThat(set.statusCode()).as(set.asString()).isEqualTo(204);
        assertThat(read.jsonPath().getBoolean("secrets.password.set")).isTrue();
        assertThat(read.jsonPath().getString("secrets.password.setBy")).isEqualTo("A marketer");
        assertThat(read.jsonPath().getList("problems.pointer")).doesNotContain("/secrets/password");
        assertThat(read.asString()).doesNotContain(CANARY);
    }

    @Test
    @Tag("M11")
    void aSecretServesOnlyTheServerItWasGivenFor() {
        String at = CONNECTIONS + "/" + SftpConnection.saved(setup("one.example"), CANARY, "");

        Response moved = save(at, 1, setup("two.example"));
        Response back = save(at, 2, setup("one.example"));

        assertThat(moved.jsonPath().getBoolean("secrets.password.set")).isFalse();
        assertThat(moved.jsonPath().getBoolean("secrets.password.setElsewhere")).isTrue();
        assertThat(moved.jsonPath().getList("problems.pointer")).contains("/secrets/password");
        assertThat(back.jsonPath().getBoolean("secrets.password.set")).isTrue();
        assertThat(back.jsonPath().getList("problems.pointer")).doesNotContain("/secrets/password");
    }

    @Test
    @Tag("M11")
    void aRunOfAnOldVersionGetsNoSecretGivenForAnotherServer(@TempDir Path folder)
            throws Exception {
        try (SftpTestServer first = SftpTestServer.serving(folder)) {
            String id = SftpConnection.saved(first, GOAL);
            String at = CONNECTIONS + "/" + id;
            save(at, 1, setup("two.example"));
            As.a(Role.MARKETER)
                    .contentType("application/json")
                    .body("{\"value\":\"%s\"}".formatted(SftpConnection.PASSWORD))
                    .put(at + "/secrets/password");

            RunSetups.RunSetup old = setups.load(orderOfFirstVersion(id));

            GoalId goal = new GoalId(UUID.fromString("0199f000-0000-7000-8000-000000000001"));
            assertThatThrownBy(() -> old.open(old.goal(goal).orElseThrow()).close())
                    .isInstanceOfSatisfying(
                            ConnectorFailed.class,
                            failed ->
                                    assertThat(failed.reason())
                                            .isEqualTo(ConnectorFailed.Reason.SETUP_INCOMPLETE));
        }
    }

    private static Run.Order orderOfFirstVersion(String id) {
        return new Run.Order(
                new RunId(UUID.randomUUID()),
                1,
                new ConnectionId(UUID.fromString(id)),
                Version.FIRST,
                new Trigger.Manual("A marketer"),
                Instant.EPOCH);
    }

    private static String setup(String host) {
        return "{\"host\":\"%s\",\"port\":22,\"user\":\"u\",\"signIn\":\"PASSWORD\"}"
                .formatted(host);
    }

    private static Response save(String at, int version, String setup) {
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body("{\"name\":\"Moved\",\"setup\":%s,\"goals\":[]}".formatted(setup))
                .put(at);
    }

    @Test
    @Tag("M6")
    @Tag("M14")
    void whatKeepsAGoalFromRunningIsSaidAtItsPlace() {
        Response without = create("No goal", "");
        Response broken = create("Broken goal", GOAL.replace("[[\"email\"]]", "[]"));
        Response off =
                create("Goal off", GOAL.replace("\"source\"", "\"enabled\":false,\"source\""));

        assertThat(problems(without)).contains("/goals required");
        assertThat(problems(broken))
                .contains(
                        "/goals/0/matching/anyOf no-identifier",
                        "/goals/0/mapping/0/property unknown-property");
        assertThat(problems(off))
                .contains("/goals required")
                .noneMatch(problem -> problem.startsWith("/goals/0"));
    }

    @Test
    @Tag("M1")
    @Tag("M6")
    void theListSaysHowEachConnectionDoesAndHowItRanLast() {
        String name = "Listed " + UUID.randomUUID();
        create(name + " never ran", "");
        String failed = id(create(name + " refused", ""));
        String running = id(create(name + " running", ""));
        ran(failed, 1, "FINISHED", null);
        ran(failed, 2, "FAILED", "sign-in-refused");
        ran(running, 1, "RUNNING", null);

        Response list = As.a(Role.VIEWER).queryParam("search", name).get(CONNECTIONS);

        assertThat(list.jsonPath().getList("items.status"))
                .containsExactly("NOT_CONFIGURED", "CONFIGURATION_ERROR", "RUNNING");
        assertThat(list.jsonPath().getMap("items[0]")).doesNotContainKey("lastRun");
        assertThat(list.jsonPath().getInt("items[1].lastRun.number")).isEqualTo(2);
        assertThat(list.jsonPath().getString("items[1].lastRun.problem.code"))
                .isEqualTo("sign-in-refused");
    }

    private static List<String> problems(Response connection) {
        return connection.jsonPath().getList("problems.collect { it.pointer + ' ' + it.code }");
    }

    private static void ran(String connection, int number, String state, @Nullable String problem) {
        Rows.change(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                  state, trigger, started_at, ended_at, problem_code, problem_message,
                  problem_remedy)
                values (?, ?, 1, 'Shop', ?, ?, 'MANUAL', now(),
                  case when ? = 'RUNNING' then null else now() end, ?, 'No.', 'Mend it.')
                """,
                UUID.randomUUID(),
                UUID.fromString(connection),
                number,
                state,
                state,
                problem);
    }

    @Test
    @Tag("M13")
    void everyPlaceThatCannotBeIsNamed() {
        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(
                                """
                                {"typeId":"test-system","name":" ","setup":{"port":70000,"host":"a-name-longer-than-twenty",
                                "compressed":"maybe","signIn":"magic","nonsense":"x"},"goals":[]}
                                """)
                        .post(CONNECTIONS);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.collect { it.pointer + ' ' + it.code }"))
                .containsExactlyInAnyOrder(
                        "/name required",
                        "/setup/nonsense unknown-field",
                        "/setup/host too-long",
                        "/setup/port out-of-range",
                        "/setup/compressed not-an-option",
                        "/setup/signIn not-an-option");
    }

    @Test
    @Tag("M13")
    void aPatternThatDoesNotCompileIsNamedByItsPlace() {
        Response refused = create("Broken", GOAL.replace("^a+$", "(("));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer"))
                .isEqualTo("/goals/0/mapping/0/processors/10/pattern");
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("does-not-compile");
    }

    @Test
    @Tag("M14")
    void aBrokenGoalHidesNothingElseThatIsWrong() {
        Response refused = create(" ", GOAL.replace("^a+$", "(("));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder("/name", "/goals/0/mapping/0/processors/10/pattern");
    }

    @Test
    @Tag("M13")
    void aFieldThatNobodyKnowsIsRefusedByName() {
        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body("{\"typeId\":\"test-system\",\"nmae\":\"x\"}")
                        .post(CONNECTIONS);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/nmae");
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("unknown-field");
    }

    @Test
    @Tag("M13")
    void brokenJsonSaysWhere() {
        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body("{\"typeId\": ")
                        .post(CONNECTIONS);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("detail")).contains("line 1");
    }

    @Test
    @Tag("M13")
    void pagesFollowOneAnotherWithoutAGap() {
        create("Zz page 1", "");
        create("Zz page 2", "");
        create("zz page 3", "");
        Response first =
                As.a(Role.VIEWER).queryParam("search", "zz page").get(CONNECTIONS + "?limit=2");

        Response second =
                As.a(Role.VIEWER)
                        .queryParam("after", first.jsonPath().getString("next"))
                        .queryParam("search", "zz page")
                        .get(CONNECTIONS + "?limit=2");

        assertThat(first.jsonPath().getList("items.name"))
                .containsExactly("Zz page 1", "Zz page 2");
        assertThat(second.jsonPath().getList("items.name")).containsExactly("zz page 3");
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    @Test
    @Tag("M13")
    void aPlaceUnderAnotherSearchIsRefused() {
        create("Zy page 1", "");
        create("Zy page 2", "");
        Response first =
                As.a(Role.VIEWER).queryParam("search", "zy page").get(CONNECTIONS + "?limit=1");

        Response refused =
                As.a(Role.VIEWER)
                        .queryParam("after", first.jsonPath().getString("next"))
                        .get(CONNECTIONS);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/request-invalid");
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/after");
    }

    @Test
    @Tag("M5")
    void madeAgainWithTheSameKeyItIsTheSameConnection() {
        String key = UUID.randomUUID().toString();
        String body =
                """
                {"typeId":"test-system","name":"Kept","setup":{"host":"h","port":1},"goals":[%s]}
                """
                        .formatted(GOAL);
        String sameInOtherOrder =
                """
                {"name":"Kept","typeId":"test-system","goals":[%s],"setup":{"port":1,"host":"h"}}
                """
                        .formatted(GOAL);

        Response first = create(As.a(Role.MARKETER), key, body);
        Response again = create(As.a(Role.MARKETER), key, sameInOtherOrder);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    @Tag("M5")
    void aKeyServesOneBodyAndOneCallerOnly() {
        String key = UUID.randomUUID().toString();
        String body = "{\"typeId\":\"test-system\",\"name\":\"Mine\"}";
        Response first = create(As.a(Role.MARKETER), key, body);

        Response other = create(As.a(Role.MARKETER), key, body.replace("Mine", "Other"));
        Response somebody = create(As.a(Role.ADMINISTRATOR), key, body);

        assertThat(other.statusCode()).as(other.asString()).isEqualTo(409);
        assertThat(other.jsonPath().getString("type"))
                .isEqualTo("/problems/idempotency-key-reused");
        assertThat(somebody.statusCode()).isEqualTo(201);
        assertThat(id(somebody)).isNotEqualTo(id(first));
    }

    @Test
    @Tag("M5")
    void aKeyThatIsTooLongIsRefused() {
        Response refused =
                create(As.a(Role.MARKETER), "k".repeat(201), "{\"typeId\":\"test-system\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/Idempotency-Key");
        assertThat(refused.jsonPath().getString("errors[0].message")).contains("200", "201");
    }

    @Test
    @Tag("M30")
    void onlyWhoMayReadsAndOnlyWhoMayWrites() {
        String at = CONNECTIONS + "/" + id(create("Guarded", ""));

        WhoMay.needs(Permission.CONNECTIONS_READ, by -> by.get(CONNECTIONS));
        WhoMay.needs(Permission.CONNECTIONS_READ, by -> by.get(at));
        WhoMay.needs(Permission.CONNECTIONS_READ, by -> by.get("/api/v1/connection-types"));
        WhoMay.needs(
                Permission.CONNECTIONS_READ,
                by -> by.get("/api/v1/connection-types/test-system/guide"));
        WhoMay.needs(
                Permission.CONNECTIONS_WRITE,
                by -> by.contentType("application/json").body("{\"on\":false}").put(at + "/on"));
        WhoMay.needs(Permission.CONNECTIONS_WRITE, by -> by.delete(at + "/secrets/password"));
    }

    @Test
    @Tag("M8")
    void aDeletedConnectionIsGone() {
        String at = CONNECTIONS + "/" + id(create("Gone", ""));
        Response deleted = As.a(Role.MARKETER).delete(at);

        Response read = As.a(Role.VIEWER).get(at);

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(read.jsonPath().getString("type")).isEqualTo("/problems/connection-not-found");
    }

    private static Response create(String name, String goal) {
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .body(
                        """
                        {"typeId":"test-system","name":"%s","setup":{"host":"files.test","port":2222},"goals":[%s]}
                        """
                                .formatted(name, goal))
                .post(CONNECTIONS);
    }

    private static Response create(RequestSpecification by, String key, String body) {
        return by.contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(CONNECTIONS);
    }

    private static Response save(String at, String ifMatch, String name) {
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(
                        """
                        {"name":"%s","setup":{"host":"files.test"},"goals":[]}
                        """
                                .formatted(name))
                .put(at);
    }

    private static String id(Response made) {
        return made.jsonPath().getString("id");
    }
}
