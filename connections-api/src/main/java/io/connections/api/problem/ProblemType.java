package io.connections.api.problem;

import io.connections.api.channel.ChannelResponse;
import io.connections.api.connection.ConnectionResponse;
import io.connections.api.consent.ObjectiveResponse;
import io.connections.api.consent.PrivacySettingsResponse;
import io.connections.api.label.LabelRefResponse;
import io.connections.application.catalog.ConnectionTypeInUse;
import io.connections.application.catalog.ConnectionTypeNotFound;
import io.connections.application.catalog.ConnectionTypeNotInstalled;
import io.connections.application.catalog.PictureNotFound;
import io.connections.application.channel.ChannelChanged;
import io.connections.application.channel.ChannelInUse;
import io.connections.application.channel.ChannelNotFound;
import io.connections.application.connection.ConnectionChanged;
import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.connection.ConnectionRunning;
import io.connections.application.connection.SecretFieldUnknown;
import io.connections.application.connection.version.VersionNotFound;
import io.connections.application.consent.ObjectiveChanged;
import io.connections.application.consent.ObjectiveIdTaken;
import io.connections.application.consent.ObjectiveInUse;
import io.connections.application.consent.ObjectiveNotFound;
import io.connections.application.consent.PrivacySettingsChanged;
import io.connections.application.discovery.WebsiteUnreadable;
import io.connections.application.goal.SourceUnreadable;
import io.connections.application.kernel.IdempotencyKeyReused;
import io.connections.application.kernel.ObjectNotFound;
import io.connections.application.kernel.OtherSystemTooSlow;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.LabelNameTaken;
import io.connections.application.label.LabelNotFound;
import io.connections.application.overview.SelectionChanged;
import io.connections.application.personal.TooManyKept;
import io.connections.application.personal.ViewNameTaken;
import io.connections.application.personal.ViewNotFound;
import io.connections.application.profile.ErasureNotFound;
import io.connections.application.run.request.ConnectionIncomplete;
import io.connections.application.run.request.ConnectionOff;
import io.connections.application.run.request.ConnectionRunsInPages;
import io.connections.application.run.request.FilesAlreadyImported;
import io.connections.application.run.request.RunInProgress;
import io.connections.application.run.request.RunNotFound;
import io.connections.application.run.request.RunNotReplayable;
import io.connections.application.run.request.RunNotResumable;
import io.connections.application.visitor.CollectorBusy;
import io.connections.application.visitor.PageOfAnotherSite;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.connection.EditingReserved;
import io.connections.domain.goal.GoalIncomplete;
import io.connections.domain.kernel.Conflict;
import io.connections.domain.kernel.Denied;
import io.connections.domain.kernel.Failure;
import io.connections.domain.kernel.Invalid;
import io.connections.domain.kernel.NotFound;
import io.connections.domain.kernel.Stale;
import io.connections.domain.profile.ConsentUnreadable;
import io.connections.domain.profile.IdentifierTaken;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileNotFound;
import io.connections.domain.profile.PropertyIdTaken;
import io.connections.domain.profile.PropertyInUse;
import io.connections.domain.profile.PropertyNotFound;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Every problem the API can answer with: the one table. The code is the constant's name in kebab
/// case; each has a page in `docs/problems/` and an entry in the OpenAPI document's union.
public enum ProblemType {
    NOT_SIGNED_IN(401, "Not signed in"),
    CSRF_HEADER_MISSING(403, "The page's header is missing"),
    PATH_NOT_FOUND(404, "No such path"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "No such representation"),
    REQUEST_TOO_LARGE(413, "Request too large"),
    ADDRESS_TOO_LONG(414, "Address too long"),
    MEDIA_TYPE_NOT_SUPPORTED(415, "Media type not supported"),
    REQUEST_MALFORMED(400, "Request malformed"),
    IF_MATCH_MISSING(428, "If-Match is missing"),
    IDEMPOTENCY_KEY_MISSING(400, "Idempotency-Key is missing"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    SERVICE_BUSY(503, "Too much at once"),
    REQUEST_TOO_SLOW(408, "Request too slow"),
    TOO_MANY_REQUESTS(429, "Too many requests"),

    REQUEST_INVALID(RequestInvalid.class, "Some fields need attention"),
    PERMISSION_MISSING(
            PermissionMissing.class,
            "Permission missing",
            failure -> Map.of("permission", failure.permission().scope()),
            "permission:string"),
    EDITING_RESERVED(EditingReserved.class, "Others may change this connection, you may not"),
    IDEMPOTENCY_KEY_REUSED(IdempotencyKeyReused.class, "Idempotency-Key reused"),

    RUN_NOT_FOUND(RunNotFound.class, "No such run"),
    RUN_NOT_RESUMABLE(RunNotResumable.class, "This run cannot go on"),
    RUN_NOT_REPLAYABLE(RunNotReplayable.class, "Nothing of this run can be replayed"),
    RUN_IN_PROGRESS(
            RunInProgress.class,
            "The connection is running already",
            failure -> Map.of("runId", failure.run().value()),
            "runId:string"),
    FILES_ALREADY_IMPORTED(
            FilesAlreadyImported.class,
            "The files have been imported already",
            failure -> Map.of("files", failure.files()),
            "files:string[]"),
    CONNECTION_OFF(ConnectionOff.class, "The connection is off"),
    CONNECTION_RUNS_IN_PAGES(ConnectionRunsInPages.class, "The connection runs in pages"),
    CONNECTION_INCOMPLETE(
            ConnectionIncomplete.class,
            "The connection is not complete",
            failure -> Map.of("errors", failure.violations()),
            "errors:Violation[]"),

    GOAL_INCOMPLETE(GoalIncomplete.class, "The goal is not complete"),
    SOURCE_UNREADABLE(
            SourceUnreadable.class,
            "The source cannot be read",
            failure -> Map.of("reason", failure.reason(), "remedy", failure.remedy()),
            "reason:string",
            "remedy:string"),
    WEBSITE_UNREADABLE(
            WebsiteUnreadable.class,
            "The website cannot be looked at",
            failure -> Map.of("reason", failure.reason(), "remedy", failure.remedy()),
            "reason:string",
            "remedy:string"),

    PROFILE_NOT_FOUND(ProfileNotFound.class, "No such profile"),
    ERASURE_NOT_FOUND(ErasureNotFound.class, "No such erasure"),
    PROFILE_CHANGED(ProfileChanged.class, "The profile has changed"),
    CONSENT_UNREADABLE(ConsentUnreadable.class, "The profile's consent cannot be read"),
    IDENTIFIER_TAKEN(
            IdentifierTaken.class,
            "Another profile has this identifier",
            failure -> Map.of("profileId", failure.profile().value()),
            "profileId:string"),
    OBJECT_NOT_FOUND(ObjectNotFound.class, "No such thing"),
    LABEL_NOT_FOUND(LabelNotFound.class, "No such label"),
    LABEL_NAME_TAKEN(
            LabelNameTaken.class,
            "Another label has this name",
            failure -> Map.of("label", LabelRefResponse.of(failure.taken())),
            "label:LabelRef"),
    CHANNEL_NOT_FOUND(ChannelNotFound.class, "No such channel"),
    CHANNEL_CHANGED(
            ChannelChanged.class,
            "Somebody else saved this channel",
            failure -> Map.of("current", ChannelResponse.of(failure.current())),
            "current:Channel"),
    CHANNEL_IN_USE(
            ChannelInUse.class,
            "This channel is in use",
            failure -> Map.of("usedByConnections", failure.usedBy(), "count", failure.count()),
            "usedByConnections:ChannelUse[]",
            "count:number"),
    PROPERTY_NOT_FOUND(PropertyNotFound.class, "No such property"),
    PROPERTY_ID_TAKEN(PropertyIdTaken.class, "The property's id is taken"),
    PROPERTY_IN_USE(
            PropertyInUse.class,
            "This property is in use",
            failure -> Map.of("usedBy", failure.usedBy(), "profiles", failure.profiles()),
            "usedBy:PropertyUse[]",
            "profiles:ProfilesWithValues"),
    OBJECTIVE_NOT_FOUND(ObjectiveNotFound.class, "No such objective"),
    OBJECTIVE_ID_TAKEN(
            ObjectiveIdTaken.class,
            "The objective's id is taken",
            failure -> Map.of("deleted", failure.deleted()),
            "deleted:boolean"),
    OBJECTIVE_CHANGED(
            ObjectiveChanged.class,
            "Somebody else saved this objective",
            failure -> Map.of("current", ObjectiveResponse.of(failure.current())),
            "current:Objective"),
    OBJECTIVE_IN_USE(
            ObjectiveInUse.class,
            "Connections use this objective",
            failure -> Map.of("usedBy", failure.usedBy(), "count", failure.count()),
            "usedBy:ObjectiveUse[]",
            "count:number"),
    PRIVACY_SETTINGS_CHANGED(
            PrivacySettingsChanged.class,
            "Somebody else saved the privacy settings",
            failure -> Map.of("current", PrivacySettingsResponse.of(failure.current())),
            "current:PrivacySettings"),
    PAGE_OF_ANOTHER_SITE(PageOfAnotherSite.class, "A page of another site"),
    COLLECTOR_BUSY(CollectorBusy.class, "Not kept for now"),
    OTHER_SYSTEM_TOO_SLOW(OtherSystemTooSlow.class, "The other system is too slow"),

    CONNECTION_TYPE_NOT_FOUND(ConnectionTypeNotFound.class, "No such connection type"),
    CONNECTION_TYPE_NOT_INSTALLED(
            ConnectionTypeNotInstalled.class, "This connection type is not installed"),
    CONNECTION_TYPE_IN_USE(
            ConnectionTypeInUse.class,
            "This connection type is in use",
            failure -> Map.of("usedByConnections", failure.usedBy(), "count", failure.count()),
            "usedByConnections:ConnectionTypeUse[]",
            "count:number"),
    PICTURE_NOT_FOUND(PictureNotFound.class, "No such picture"),
    CONNECTION_NOT_FOUND(ConnectionNotFound.class, "No such connection"),
    CONNECTION_CHANGED(
            ConnectionChanged.class,
            "Somebody else saved this connection",
            failure -> Map.of("current", ConnectionResponse.of(failure.current())),
            "current:Connection"),
    CONNECTION_RUNNING(ConnectionRunning.class, "The connection is running"),
    VERSION_NOT_FOUND(VersionNotFound.class, "No such version"),
    SELECTION_CHANGED(
            SelectionChanged.class,
            "The filter finds something else by now",
            failure -> Map.of("total", failure.total()),
            "total:number"),
    VIEW_NOT_FOUND(ViewNotFound.class, "No such view"),
    VIEW_NAME_TAKEN(ViewNameTaken.class, "Another view has this name"),
    TOO_MANY_KEPT(TooManyKept.class, "No more can be kept"),
    SECRET_FIELD_UNKNOWN(SecretFieldUnknown.class, "No such secret field"),
    ;

    private final int status;
    private final String title;
    private final Optional<Class<? extends Failure>> failure;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Function<Failure, Map<String, Object>> members;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, the type cannot say so
    private final List<String> memberTypes;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
        this.failure = Optional.empty();
        this.members = any -> Map.of();
        this.memberTypes = List.of();
    }

    <F extends Failure> ProblemType(Class<F> failure, String title) {
        this(failure, title, any -> Map.of());
    }

    /// @param memberTypes for the OpenAPI document, `name:type`; a type in upper case is a schema
    ///     of the document, `type[]` is a list
    <F extends Failure> ProblemType(
            Class<F> failure,
            String title,
            Function<F, Map<String, Object>> members,
            String... memberTypes) {
        this.status = statusOf(failure);
        this.title = title;
        this.failure = Optional.of(failure);
        this.members = any -> members.apply(failure.cast(any));
        this.memberTypes = List.of(memberTypes);
    }

    /// A failure that the table lacks is a mistake of ours, found by a test.
    static ProblemType of(Failure failure) {
        return Arrays.stream(values())
                .filter(type -> type.failure.filter(failure.getClass()::equals).isPresent())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no problem type for " + failure.code()));
    }

    private static int statusOf(Class<? extends Failure> failure) {
        if (NotFound.class.isAssignableFrom(failure)) {
            return 404;
        }
        if (Conflict.class.isAssignableFrom(failure)) {
            return 409;
        }
        if (Stale.class.isAssignableFrom(failure)) {
            return 412;
        }
        if (Invalid.class.isAssignableFrom(failure)) {
            return 422;
        }
        if (Denied.class.isAssignableFrom(failure)) {
            return 403;
        }
        return 503;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return "/problems/" + code();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public Optional<Class<? extends Failure>> failure() {
        return failure;
    }

    /// What it tells besides, by name: `string`, `number`, `boolean`, a schema of the OpenAPI
    /// document, or a list of any of them (`Violation[]`).
    public Map<String, String> members() {
        Map<String, String> types = new LinkedHashMap<>();
        memberTypes.forEach(
                member -> {
                    int colon = member.indexOf(':');
                    types.put(member.substring(0, colon), member.substring(colon + 1));
                });
        return types;
    }

    Map<String, Object> membersOf(Failure failure) {
        return members.apply(failure);
    }
}
