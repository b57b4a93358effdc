package io.connections.api.openapi;

import static io.connections.api.problem.ProblemType.CHANNEL_CHANGED;
import static io.connections.api.problem.ProblemType.CHANNEL_IN_USE;
import static io.connections.api.problem.ProblemType.CHANNEL_NOT_FOUND;
import static io.connections.api.problem.ProblemType.CONNECTION_CHANGED;
import static io.connections.api.problem.ProblemType.CONNECTION_INCOMPLETE;
import static io.connections.api.problem.ProblemType.CONNECTION_NOT_FOUND;
import static io.connections.api.problem.ProblemType.CONNECTION_OFF;
import static io.connections.api.problem.ProblemType.CONNECTION_RUNNING;
import static io.connections.api.problem.ProblemType.CONNECTION_RUNS_IN_PAGES;
import static io.connections.api.problem.ProblemType.CONNECTION_TYPE_IN_USE;
import static io.connections.api.problem.ProblemType.CONNECTION_TYPE_NOT_FOUND;
import static io.connections.api.problem.ProblemType.CONNECTION_TYPE_NOT_INSTALLED;
import static io.connections.api.problem.ProblemType.CONSENT_UNREADABLE;
import static io.connections.api.problem.ProblemType.CSRF_HEADER_MISSING;
import static io.connections.api.problem.ProblemType.EDITING_RESERVED;
import static io.connections.api.problem.ProblemType.ERASURE_NOT_FOUND;
import static io.connections.api.problem.ProblemType.FILES_ALREADY_IMPORTED;
import static io.connections.api.problem.ProblemType.IDEMPOTENCY_KEY_MISSING;
import static io.connections.api.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static io.connections.api.problem.ProblemType.IDENTIFIER_TAKEN;
import static io.connections.api.problem.ProblemType.IF_MATCH_MISSING;
import static io.connections.api.problem.ProblemType.INTERNAL_ERROR;
import static io.connections.api.problem.ProblemType.LABEL_NAME_TAKEN;
import static io.connections.api.problem.ProblemType.LABEL_NOT_FOUND;
import static io.connections.api.problem.ProblemType.MEDIA_TYPE_NOT_SUPPORTED;
import static io.connections.api.problem.ProblemType.NOT_ACCEPTABLE;
import static io.connections.api.problem.ProblemType.NOT_SIGNED_IN;
import static io.connections.api.problem.ProblemType.OBJECTIVE_CHANGED;
import static io.connections.api.problem.ProblemType.OBJECTIVE_ID_TAKEN;
import static io.connections.api.problem.ProblemType.OBJECTIVE_IN_USE;
import static io.connections.api.problem.ProblemType.OBJECTIVE_NOT_FOUND;
import static io.connections.api.problem.ProblemType.OBJECT_NOT_FOUND;
import static io.connections.api.problem.ProblemType.OTHER_SYSTEM_TOO_SLOW;
import static io.connections.api.problem.ProblemType.PERMISSION_MISSING;
import static io.connections.api.problem.ProblemType.PICTURE_NOT_FOUND;
import static io.connections.api.problem.ProblemType.PRIVACY_SETTINGS_CHANGED;
import static io.connections.api.problem.ProblemType.PROFILE_CHANGED;
import static io.connections.api.problem.ProblemType.PROFILE_NOT_FOUND;
import static io.connections.api.problem.ProblemType.PROPERTY_ID_TAKEN;
import static io.connections.api.problem.ProblemType.PROPERTY_IN_USE;
import static io.connections.api.problem.ProblemType.PROPERTY_NOT_FOUND;
import static io.connections.api.problem.ProblemType.REQUEST_INVALID;
import static io.connections.api.problem.ProblemType.REQUEST_MALFORMED;
import static io.connections.api.problem.ProblemType.REQUEST_TOO_LARGE;
import static io.connections.api.problem.ProblemType.RUN_IN_PROGRESS;
import static io.connections.api.problem.ProblemType.RUN_NOT_FOUND;
import static io.connections.api.problem.ProblemType.RUN_NOT_REPLAYABLE;
import static io.connections.api.problem.ProblemType.RUN_NOT_RESUMABLE;
import static io.connections.api.problem.ProblemType.SECRET_FIELD_UNKNOWN;
import static io.connections.api.problem.ProblemType.SELECTION_CHANGED;
import static io.connections.api.problem.ProblemType.SERVICE_BUSY;
import static io.connections.api.problem.ProblemType.SOURCE_UNREADABLE;
import static io.connections.api.problem.ProblemType.TOO_MANY_KEPT;
import static io.connections.api.problem.ProblemType.VERSION_NOT_FOUND;
import static io.connections.api.problem.ProblemType.VIEW_NAME_TAKEN;
import static io.connections.api.problem.ProblemType.VIEW_NOT_FOUND;
import static io.connections.api.problem.ProblemType.WEBSITE_UNREADABLE;

import io.connections.api.problem.ProblemType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which problems an operation can answer with.
final class OperationProblems {
    private static final List<ProblemType> SAVING =
            List.of(
                    CONNECTION_NOT_FOUND,
                    CONNECTION_TYPE_NOT_FOUND,
                    CONNECTION_CHANGED,
                    EDITING_RESERVED,
                    IF_MATCH_MISSING);
    private static final List<ProblemType> LINKING =
            List.of(
                    OBJECTIVE_NOT_FOUND,
                    CONNECTION_NOT_FOUND,
                    CONNECTION_TYPE_NOT_FOUND,
                    EDITING_RESERVED,
                    REQUEST_INVALID);
    private static final Map<String, List<ProblemType>> OWN =
            Map.ofEntries(
                    Map.entry("getConnectionType", List.of(CONNECTION_TYPE_NOT_FOUND)),
                    Map.entry("getConnectionTypeGuide", List.of(CONNECTION_TYPE_NOT_FOUND)),
                    Map.entry("getConnectionTypePicture", List.of(PICTURE_NOT_FOUND)),
                    Map.entry("listConnectionTypes", List.of(REQUEST_INVALID)),
                    Map.entry("prepareGoals", List.of(CONNECTION_TYPE_NOT_FOUND)),
                    Map.entry("installConnectionType", List.of(CONNECTION_TYPE_NOT_FOUND)),
                    Map.entry(
                            "uninstallConnectionType",
                            List.of(CONNECTION_TYPE_NOT_FOUND, CONNECTION_TYPE_IN_USE)),
                    Map.entry(
                            "testNewConnection",
                            List.of(CONNECTION_TYPE_NOT_FOUND, OTHER_SYSTEM_TOO_SLOW)),
                    Map.entry("listConnections", List.of(REQUEST_INVALID)),
                    Map.entry(
                            "createConnection",
                            List.of(
                                    CONNECTION_NOT_FOUND,
                                    CONNECTION_TYPE_NOT_INSTALLED,
                                    IDEMPOTENCY_KEY_MISSING,
                                    IDEMPOTENCY_KEY_REUSED)),
                    Map.entry("lookAtWebsite", List.of(WEBSITE_UNREADABLE, OTHER_SYSTEM_TOO_SLOW)),
                    Map.entry(
                            "createProposedConnections",
                            List.of(
                                    CONNECTION_NOT_FOUND,
                                    CONNECTION_TYPE_NOT_INSTALLED,
                                    IDEMPOTENCY_KEY_MISSING,
                                    IDEMPOTENCY_KEY_REUSED)),
                    Map.entry("countConnections", List.of(REQUEST_INVALID)),
                    Map.entry("exportConnections", List.of(REQUEST_INVALID)),
                    Map.entry("changeConnections", List.of(SELECTION_CHANGED)),
                    Map.entry("createView", List.of(VIEW_NAME_TAKEN, TOO_MANY_KEPT)),
                    Map.entry("changeView", List.of(VIEW_NOT_FOUND, VIEW_NAME_TAKEN)),
                    Map.entry("deleteView", List.of(VIEW_NOT_FOUND)),
                    Map.entry("keepPreference", List.of(TOO_MANY_KEPT)),
                    Map.entry("getConnection", List.of(CONNECTION_NOT_FOUND)),
                    Map.entry("getPageActivity", List.of(CONNECTION_NOT_FOUND)),
                    Map.entry("summarizeConnection", List.of(CONNECTION_NOT_FOUND)),
                    Map.entry("saveConnection", SAVING),
                    Map.entry(
                            "copyConnection",
                            List.of(CONNECTION_NOT_FOUND, EDITING_RESERVED, REQUEST_INVALID)),
                    Map.entry(
                            "listConnectionVersions",
                            List.of(CONNECTION_NOT_FOUND, REQUEST_INVALID)),
                    Map.entry(
                            "getConnectionVersion",
                            List.of(CONNECTION_NOT_FOUND, VERSION_NOT_FOUND)),
                    Map.entry(
                            "restoreConnectionVersion",
                            List.of(
                                    CONNECTION_NOT_FOUND,
                                    VERSION_NOT_FOUND,
                                    CONNECTION_CHANGED,
                                    EDITING_RESERVED,
                                    IF_MATCH_MISSING,
                                    REQUEST_INVALID)),
                    Map.entry(
                            "deleteConnection",
                            List.of(CONNECTION_NOT_FOUND, EDITING_RESERVED, CONNECTION_RUNNING)),
                    Map.entry("switchConnection", List.of(CONNECTION_NOT_FOUND, EDITING_RESERVED)),
                    Map.entry(
                            "setSecret",
                            List.of(CONNECTION_NOT_FOUND, EDITING_RESERVED, SECRET_FIELD_UNKNOWN)),
                    Map.entry(
                            "removeSecret",
                            List.of(CONNECTION_NOT_FOUND, EDITING_RESERVED, SECRET_FIELD_UNKNOWN)),
                    Map.entry(
                            "testConnection", List.of(CONNECTION_NOT_FOUND, OTHER_SYSTEM_TOO_SLOW)),
                    Map.entry(
                            "previewSource",
                            List.of(
                                    CONNECTION_NOT_FOUND,
                                    SOURCE_UNREADABLE,
                                    OTHER_SYSTEM_TOO_SLOW)),
                    Map.entry("previewMapping", List.of(CONNECTION_NOT_FOUND)),
                    Map.entry(
                            "startRun",
                            List.of(
                                    CONNECTION_NOT_FOUND,
                                    CONNECTION_OFF,
                                    CONNECTION_RUNS_IN_PAGES,
                                    CONNECTION_INCOMPLETE,
                                    RUN_IN_PROGRESS,
                                    FILES_ALREADY_IMPORTED,
                                    IDEMPOTENCY_KEY_MISSING,
                                    IDEMPOTENCY_KEY_REUSED)),
                    Map.entry("listConnectionRuns", List.of(CONNECTION_NOT_FOUND, REQUEST_INVALID)),
                    Map.entry("listRuns", List.of(REQUEST_INVALID)),
                    Map.entry("listHourlyTotals", List.of(REQUEST_INVALID)),
                    Map.entry("getRun", List.of(RUN_NOT_FOUND)),
                    Map.entry("watchRun", List.of(RUN_NOT_FOUND)),
                    Map.entry("getRunRate", List.of(RUN_NOT_FOUND)),
                    Map.entry("listRunLog", List.of(RUN_NOT_FOUND, REQUEST_INVALID)),
                    Map.entry("listTouchedProfiles", List.of(RUN_NOT_FOUND)),
                    Map.entry("listRejectedRecords", List.of(RUN_NOT_FOUND, REQUEST_INVALID)),
                    Map.entry("downloadRejectedRecords", List.of(RUN_NOT_FOUND, REQUEST_INVALID)),
                    Map.entry("stopRun", List.of(RUN_NOT_FOUND)),
                    Map.entry(
                            "resumeRun",
                            List.of(
                                    RUN_NOT_FOUND,
                                    RUN_NOT_RESUMABLE,
                                    RUN_IN_PROGRESS,
                                    CONNECTION_OFF)),
                    Map.entry(
                            "replayRejectedRecords",
                            List.of(
                                    RUN_NOT_FOUND,
                                    RUN_NOT_REPLAYABLE,
                                    RUN_IN_PROGRESS,
                                    CONNECTION_NOT_FOUND,
                                    CONNECTION_OFF,
                                    CONNECTION_INCOMPLETE,
                                    IDEMPOTENCY_KEY_MISSING,
                                    IDEMPOTENCY_KEY_REUSED)),
                    Map.entry("createProperty", List.of(PROPERTY_ID_TAKEN)),
                    Map.entry("createProperties", List.of(PROPERTY_ID_TAKEN)),
                    Map.entry("changeProperty", List.of(PROPERTY_NOT_FOUND)),
                    Map.entry("findPropertyUses", List.of(PROPERTY_NOT_FOUND)),
                    Map.entry(
                            "deleteProperty",
                            List.of(PROPERTY_NOT_FOUND, PROPERTY_IN_USE, REQUEST_INVALID)),
                    Map.entry(
                            "setConnectionLabels", List.of(CONNECTION_NOT_FOUND, EDITING_RESERVED)),
                    Map.entry(
                            "changeConnectionLabels",
                            List.of(CONNECTION_NOT_FOUND, EDITING_RESERVED)),
                    Map.entry("setPropertyLabels", List.of(PROPERTY_NOT_FOUND)),
                    Map.entry("changePropertyLabels", List.of(PROPERTY_NOT_FOUND)),
                    Map.entry("createObjective", List.of(OBJECTIVE_ID_TAKEN)),
                    Map.entry("getObjective", List.of(OBJECTIVE_NOT_FOUND)),
                    Map.entry(
                            "changeObjective",
                            List.of(OBJECTIVE_NOT_FOUND, OBJECTIVE_CHANGED, IF_MATCH_MISSING)),
                    Map.entry("deleteObjective", List.of(OBJECTIVE_NOT_FOUND, OBJECTIVE_IN_USE)),
                    Map.entry(
                            "listLinkedConnections", List.of(OBJECTIVE_NOT_FOUND, REQUEST_INVALID)),
                    Map.entry("linkObjective", LINKING),
                    Map.entry("unlinkObjective", LINKING),
                    Map.entry("listShownTexts", List.of(OBJECTIVE_NOT_FOUND)),
                    Map.entry("setObjectiveLabels", List.of(OBJECTIVE_NOT_FOUND)),
                    Map.entry("changeObjectiveLabels", List.of(OBJECTIVE_NOT_FOUND)),
                    Map.entry(
                            "savePrivacySettings",
                            List.of(PRIVACY_SETTINGS_CHANGED, IF_MATCH_MISSING)),
                    Map.entry("listLabels", List.of(REQUEST_INVALID)),
                    Map.entry("getLabel", List.of(LABEL_NOT_FOUND)),
                    Map.entry("createLabel", List.of(LABEL_NAME_TAKEN)),
                    Map.entry("renameLabel", List.of(LABEL_NOT_FOUND, LABEL_NAME_TAKEN)),
                    Map.entry("mergeLabels", List.of(LABEL_NOT_FOUND)),
                    Map.entry("deleteLabel", List.of(LABEL_NOT_FOUND)),
                    Map.entry("listLabelledObjects", List.of(LABEL_NOT_FOUND, REQUEST_INVALID)),
                    Map.entry("listChannels", List.of(REQUEST_INVALID)),
                    Map.entry("findChannelOfPage", List.of(REQUEST_INVALID)),
                    Map.entry("getChannel", List.of(CHANNEL_NOT_FOUND)),
                    Map.entry(
                            "saveChannel",
                            List.of(CHANNEL_NOT_FOUND, CHANNEL_CHANGED, IF_MATCH_MISSING)),
                    Map.entry("deleteChannel", List.of(CHANNEL_NOT_FOUND, CHANNEL_IN_USE)),
                    Map.entry("getChannelKey", List.of(CHANNEL_NOT_FOUND)),
                    Map.entry("makeChannelKey", List.of(CHANNEL_NOT_FOUND)),
                    Map.entry("findChannelUses", List.of(CHANNEL_NOT_FOUND)),
                    Map.entry("setChannelLabels", List.of(CHANNEL_NOT_FOUND)),
                    Map.entry("changeChannelLabels", List.of(CHANNEL_NOT_FOUND)),
                    Map.entry("listFavorites", List.of(REQUEST_INVALID)),
                    Map.entry("starObject", List.of(OBJECT_NOT_FOUND)),
                    Map.entry("unstarObject", List.of(OBJECT_NOT_FOUND)),
                    Map.entry("listLastUsed", List.of(REQUEST_INVALID)),
                    Map.entry("noteUse", List.of(OBJECT_NOT_FOUND)),
                    Map.entry("findProfiles", List.of(REQUEST_INVALID)),
                    Map.entry("getProfile", List.of(PROFILE_NOT_FOUND)),
                    Map.entry(
                            "editProfile",
                            List.of(
                                    PROFILE_NOT_FOUND,
                                    PROFILE_CHANGED,
                                    IDENTIFIER_TAKEN,
                                    IF_MATCH_MISSING)),
                    Map.entry(
                            "explainProcessing", List.of(PROFILE_NOT_FOUND, CONNECTION_NOT_FOUND)),
                    Map.entry("getConsents", List.of(PROFILE_NOT_FOUND)),
                    Map.entry(
                            "getProfileHistory",
                            List.of(PROFILE_NOT_FOUND, RUN_NOT_FOUND, REQUEST_INVALID)),
                    Map.entry(
                            "recordConsent",
                            List.of(PROFILE_NOT_FOUND, PROFILE_CHANGED, CONSENT_UNREADABLE)),
                    Map.entry("eraseProfile", List.of(PROFILE_NOT_FOUND)),
                    Map.entry("listErasures", List.of(PROFILE_NOT_FOUND, REQUEST_INVALID)),
                    Map.entry("getErasure", List.of(ERASURE_NOT_FOUND)),
                    Map.entry("listAuditEvents", List.of(REQUEST_INVALID)),
                    Map.entry("exportAuditEvents", List.of(REQUEST_INVALID)));

    private OperationProblems() {}

    static Set<ProblemType> of(String operation, boolean reading, boolean withBody) {
        Set<ProblemType> problems =
                EnumSet.of(NOT_SIGNED_IN, PERMISSION_MISSING, NOT_ACCEPTABLE, INTERNAL_ERROR);
        if (!reading) {
            problems.add(CSRF_HEADER_MISSING);
        }
        if (withBody) {
            problems.addAll(
                    List.of(
                            REQUEST_MALFORMED,
                            REQUEST_INVALID,
                            REQUEST_TOO_LARGE,
                            SERVICE_BUSY,
                            MEDIA_TYPE_NOT_SUPPORTED));
        }
        problems.addAll(OWN.getOrDefault(operation, List.of()));
        return problems;
    }
}
