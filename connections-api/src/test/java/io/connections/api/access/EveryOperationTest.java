package io.connections.api.access;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.CustomerGoal;
import io.connections.api.testing.Operations;
import io.connections.api.testing.Operations.Operation;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks through all that the API's document describes. An operation that is new there fails here
/// until it says who may ask it.
@ApiTest
@Tag("M13")
@Tag("M30")
class EveryOperationTest {
    private static final CustomerGoal GOAL =
            new CustomerGoal(UUID.randomUUID(), "number", "email", "points");

    private static final Map<String, Asked> ASKED =
            Map.ofEntries(
                    entry("getMe", byAnybody()),
                    entry("listConnectionTypes", with(Permission.CONNECTIONS_READ)),
                    entry("getConnectionType", with(Permission.CONNECTIONS_READ)),
                    entry("getConnectionTypeGuide", with(Permission.CONNECTIONS_READ)),
                    entry("getConnectionTypePicture", with(Permission.CONNECTIONS_READ)),
                    entry("prepareGoals", with(Permission.CONNECTIONS_READ)),
                    entry("installConnectionType", with(Permission.TYPES_INSTALL)),
                    entry("uninstallConnectionType", with(Permission.TYPES_INSTALL)),
                    entry("listSystems", with(Permission.CONNECTIONS_READ)),
                    entry("lookAtWebsite", with(Permission.CONNECTIONS_WRITE)),
                    entry("proposeConnections", with(Permission.CONNECTIONS_READ)),
                    entry("createProposedConnections", with(Permission.CONNECTIONS_WRITE)),
                    entry("testNewConnection", with(Permission.CONNECTIONS_WRITE)),
                    entry("listConnections", with(Permission.CONNECTIONS_READ)),
                    entry("countConnections", with(Permission.CONNECTIONS_READ)),
                    entry("exportConnections", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "changeConnections",
                            with(Permission.CONNECTIONS_WRITE)
                                    .sending(
                                            """
                                            {"action":"TURN_OFF",
                                            "ids":["0199f000-0000-7000-8000-00000000dead"]}
                                            """)),
                    entry("listViews", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "createView",
                            with(Permission.CONNECTIONS_READ)
                                    .sending(
                                            """
                                            {"list":"connections","name":"Walked","state":{}}
                                            """)),
                    entry("changeView", with(Permission.CONNECTIONS_READ)),
                    entry("deleteView", with(Permission.CONNECTIONS_READ)),
                    entry("getPreference", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "keepPreference",
                            with(Permission.CONNECTIONS_READ).sending("{\"values\":[]}")),
                    entry("getConnection", with(Permission.CONNECTIONS_READ)),
                    entry("summarizeConnection", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "createConnection",
                            with(Permission.CONNECTIONS_WRITE)
                                    .sending("{\"typeId\":\"none\",\"name\":\"Shop\"}")),
                    entry(
                            "saveConnection",
                            with(Permission.CONNECTIONS_WRITE).sending("{\"name\":\"Shop\"}")),
                    entry(
                            "copyConnection",
                            with(Permission.CONNECTIONS_WRITE).sending("{\"name\":\"Till\"}")),
                    entry("listConnectionVersions", with(Permission.CONNECTIONS_READ)),
                    entry("getConnectionVersion", with(Permission.CONNECTIONS_READ)),
                    entry("restoreConnectionVersion", with(Permission.CONNECTIONS_WRITE)),
                    entry("deleteConnection", with(Permission.CONNECTIONS_WRITE)),
                    entry(
                            "switchConnection",
                            with(Permission.CONNECTIONS_WRITE).sending("{\"on\":true}")),
                    entry(
                            "setSecret",
                            with(Permission.CONNECTIONS_WRITE).sending("{\"value\":\"rain\"}")),
                    entry("removeSecret", with(Permission.CONNECTIONS_WRITE)),
                    entry("testConnection", with(Permission.CONNECTIONS_WRITE)),
                    entry(
                            "previewSource",
                            with(Permission.CONNECTIONS_WRITE)
                                    .sending("{\"source\":%s}".formatted(GOAL.source()))),
                    entry(
                            "previewMapping",
                            with(Permission.CONNECTIONS_WRITE)
                                    .sending(
                                            "{\"goal\":%s,\"records\":[]}".formatted(GOAL.json()))),
                    entry("startRun", with(Permission.RUNS_EXECUTE)),
                    entry("listConnectionRuns", with(Permission.CONNECTIONS_READ)),
                    entry("getPageActivity", with(Permission.CONNECTIONS_READ)),
                    entry("listRuns", with(Permission.CONNECTIONS_READ)),
                    entry("listHourlyTotals", with(Permission.CONNECTIONS_READ)),
                    entry("getRun", with(Permission.CONNECTIONS_READ)),
                    entry("watchRun", with(Permission.CONNECTIONS_READ)),
                    entry("getRunRate", with(Permission.CONNECTIONS_READ)),
                    entry("listRunLog", with(Permission.CONNECTIONS_READ)),
                    entry("listTouchedProfiles", with(Permission.PROFILES_READ)),
                    entry("listRejectedRecords", with(Permission.PROFILES_READ)),
                    entry("downloadRejectedRecords", with(Permission.PROFILES_READ)),
                    entry("stopRun", with(Permission.RUNS_EXECUTE)),
                    entry("resumeRun", with(Permission.RUNS_EXECUTE)),
                    entry("replayRejectedRecords", with(Permission.RUNS_EXECUTE)),
                    entry("listProperties", with(Permission.CONNECTIONS_READ)),
                    entry("findPropertyUses", with(Permission.PROPERTIES_WRITE)),
                    entry(
                            "createProperty",
                            with(Permission.PROPERTIES_WRITE)
                                    .sending(
                                            """
                                            {"id":"walked","name":"Walked","type":"TEXT",
                                            "identifier":false,"pii":false}
                                            """)),
                    entry(
                            "createProperties",
                            with(Permission.PROPERTIES_WRITE)
                                    .sending(
                                            """
                                            {"items":[{"id":"walked","name":"Walked","type":"TEXT",
                                            "identifier":false,"pii":false}]}
                                            """)),
                    entry(
                            "changeProperty",
                            with(Permission.PROPERTIES_WRITE)
                                    .sending("{\"name\":\"Walked\",\"pii\":false}")),
                    entry("deleteProperty", with(Permission.PROPERTIES_WRITE)),
                    entry(
                            "setConnectionLabels",
                            with(Permission.CONNECTIONS_WRITE).sending("{\"names\":[]}")),
                    entry("changeConnectionLabels", with(Permission.CONNECTIONS_WRITE)),
                    entry(
                            "setPropertyLabels",
                            with(Permission.PROPERTIES_WRITE).sending("{\"names\":[]}")),
                    entry("changePropertyLabels", with(Permission.PROPERTIES_WRITE)),
                    entry("listObjectives", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "createObjective",
                            with(Permission.OBJECTIVES_WRITE)
                                    .sending(
                                            """
                                            {"id":"no id","name":"Walked","zones":[]}
                                            """)),
                    entry("getObjective", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "changeObjective",
                            with(Permission.OBJECTIVES_WRITE)
                                    .sending("{\"name\":\"Walked\",\"zones\":[]}")),
                    entry("deleteObjective", with(Permission.OBJECTIVES_WRITE)),
                    entry("listLinkedConnections", with(Permission.CONNECTIONS_READ)),
                    entry("linkObjective", with(Permission.CONNECTIONS_WRITE)),
                    entry("unlinkObjective", with(Permission.CONNECTIONS_WRITE)),
                    entry("listShownTexts", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "setObjectiveLabels",
                            with(Permission.OBJECTIVES_WRITE).sending("{\"names\":[]}")),
                    entry("changeObjectiveLabels", with(Permission.OBJECTIVES_WRITE)),
                    entry("getPrivacySettings", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "savePrivacySettings",
                            with(Permission.PRIVACY_WRITE).sending("{\"zones\":[]}")),
                    entry("listLabels", with(Permission.CONNECTIONS_READ)),
                    entry("getLabel", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "createLabel",
                            with(Permission.CONNECTIONS_WRITE).sending("{\"name\":\"Walked\"}")),
                    entry(
                            "renameLabel",
                            with(Permission.LABELS_MANAGE).sending("{\"name\":\"Walked\"}")),
                    entry(
                            "mergeLabels",
                            with(Permission.LABELS_MANAGE)
                                    .sending("{\"into\":\"%s\"}".formatted(UUID.randomUUID()))),
                    entry("deleteLabel", with(Permission.LABELS_MANAGE)),
                    entry("listLabelledObjects", with(Permission.CONNECTIONS_READ)),
                    entry("listChannels", with(Permission.CONNECTIONS_READ)),
                    entry("getChannel", with(Permission.CONNECTIONS_READ)),
                    entry("findChannelOfPage", with(Permission.CONNECTIONS_READ)),
                    entry(
                            "createChannel",
                            with(Permission.CHANNELS_WRITE).sending("{\"kind\":\"EMAIL\"}")),
                    entry(
                            "saveChannel",
                            with(Permission.CHANNELS_WRITE).sending("{\"kind\":\"EMAIL\"}")),
                    entry("findChannelUses", with(Permission.CONNECTIONS_READ)),
                    entry("deleteChannel", with(Permission.CHANNELS_WRITE)),
                    entry("getChannelKey", with(Permission.CONNECTIONS_READ)),
                    entry("makeChannelKey", with(Permission.APPLICATIONS_MANAGE)),
                    entry(
                            "setChannelLabels",
                            with(Permission.CHANNELS_WRITE).sending("{\"names\":[]}")),
                    entry("changeChannelLabels", with(Permission.CHANNELS_WRITE)),
                    entry(
                            "tryScope",
                            with(Permission.CONNECTIONS_READ)
                                    .sending(
                                            """
                                            {"url":"https://shop.example/",
                                            "scope":{"kind":"EVERYWHERE"}}
                                            """)),
                    entry("listFavorites", with(Permission.CONNECTIONS_READ)),
                    entry("starObject", with(Permission.CONNECTIONS_READ)),
                    entry("unstarObject", with(Permission.CONNECTIONS_READ)),
                    entry("listLastUsed", with(Permission.CONNECTIONS_READ)),
                    entry("noteUse", with(Permission.CONNECTIONS_READ)),
                    entry("findProfiles", with(Permission.PROFILES_READ)),
                    entry("getProfile", with(Permission.PROFILES_READ)),
                    entry(
                            "editProfile",
                            with(Permission.PROFILES_WRITE).sending("{\"values\":{}}")),
                    entry("explainProcessing", with(Permission.PROFILES_READ)),
                    entry("getConsents", with(Permission.PROFILES_READ)),
                    entry("getProfileHistory", with(Permission.PROFILES_READ)),
                    entry(
                            "recordConsent",
                            with(Permission.PROFILES_WRITE).sending("{\"zone\":\"gdpr\"}")),
                    entry("eraseProfile", with(Permission.PROFILES_WRITE)),
                    entry("listErasures", with(Permission.PROFILES_READ)),
                    entry("getErasure", with(Permission.PROFILES_READ)),
                    entry("listAuditEvents", with(Permission.AUDIT_READ)),
                    entry("exportAuditEvents", with(Permission.AUDIT_READ)));

    /// @param body what has to be sent for the question who asks to come up
    private record Asked(Optional<Permission> permission, String body) {
        Asked sending(String other) {
            return new Asked(permission, other);
        }

        boolean isOpenTo(Role role) {
            return permission.map(role.permissions()::contains).orElse(true);
        }
    }

    private static Asked byAnybody() {
        return new Asked(Optional.empty(), "{}");
    }

    private static Asked with(Permission permission) {
        return new Asked(Optional.of(permission), "{}");
    }

    @Test
    void everyOperationSaysWhoMayAskIt() {
        assertThat(Operations.all().map(Operation::id))
                .containsExactlyInAnyOrderElementsOf(ASKED.keySet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withoutATokenNobodyIsAnswered(Operation operation) {
        Response refused = operation.ask(As.nobody().redirects().follow(false));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/not-signed-in");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRoleIsLetInThatHasThePermissionAndNoOther(Operation operation) {
        Asked asked = ASKED.getOrDefault(operation.id(), byAnybody());

        Map<Role, Boolean> letIn =
                Arrays.stream(Role.values())
                        .collect(
                                Collectors.toMap(
                                        role -> role,
                                        role -> isLetIn(ask(operation, asked, role))));

        assertThat(letIn)
                .isEqualTo(
                        Arrays.stream(Role.values())
                                .collect(Collectors.toMap(role -> role, asked::isOpenTo)));
    }

    private static Response ask(Operation operation, Asked asked, Role role) {
        return operation.ask(As.a(role), UUID.randomUUID().toString(), asked.body());
    }

    private static boolean isLetIn(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isNotIn(401, 500);
        if (answer.statusCode() == 403) {
            assertThat(answer.jsonPath().getString("type"))
                    .isEqualTo("/problems/permission-missing");
        }
        return answer.statusCode() != 403;
    }

    static Stream<Operation> operations() {
        return Operations.all();
    }
}
