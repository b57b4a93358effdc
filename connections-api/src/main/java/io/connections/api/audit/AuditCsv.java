package io.connections.api.audit;

import io.connections.api.kernel.Spreadsheet;
import io.connections.application.audit.RecordedEvent;
import io.connections.domain.access.Actor;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.smallrye.mutiny.Multi;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The export for people's spreadsheets: first what the page says, in the same words, then what
/// programs know it by.
final class AuditCsv {
    private AuditCsv() {}

    static Multi<String> of(ZoneId zone, Multi<RecordedEvent> events) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(head(zone)), events.map(event -> row(event, zone)));
    }

    private static String head(ZoneId zone) {
        return Spreadsheet.begin(
                Stream.of(
                        Spreadsheet.headOfTimes("When", zone),
                        "Who",
                        "What was done",
                        "To what",
                        "Name",
                        "Details",
                        "From where",
                        "Program",
                        "Id of who",
                        "Kind of who",
                        "Id of what was done",
                        "Id of the kind",
                        "Id of what it was done to"));
    }

    private static String row(RecordedEvent recorded, ZoneId zone) {
        AuditEvent event = recorded.event();
        Actor by = event.by();
        Subject subject = event.subject();
        return Spreadsheet.line(
                Stream.of(
                        Spreadsheet.time(recorded.at(), zone),
                        by.name().isEmpty() ? "Unknown" : by.name(),
                        words(event.action()),
                        words(subject.kind()),
                        subject.name(),
                        event.changes().stream()
                                .map(AuditCsv::said)
                                .collect(Collectors.joining("\n")),
                        by.origin().address(),
                        by.origin().client(),
                        by.id(),
                        by.kind().name(),
                        event.action().word(),
                        subject.kind().word(),
                        subject.id().orElse("")));
    }

    private static String said(Change change) {
        return switch (change) {
            case Change.Shown(String what, Optional<String> before, Optional<String> after) ->
                    "%s: %s → %s".formatted(what, before.orElse("–"), after.orElse("–"));
            case Change.OfSecret(String what) -> what + ": changed";
        };
    }

    static String words(Action action) {
        return switch (action) {
            case CREATED -> "Created";
            case CHANGED -> "Changed";
            case DELETED -> "Deleted";
            case TURNED_ON -> "Switched on";
            case TURNED_OFF -> "Switched off";
            case SECRET_SET -> "Secret set";
            case SECRET_REMOVED -> "Secret removed";
            case TESTED -> "Tested";
            case RESTORED -> "Restored";
            case LABELLED -> "Labelled";
            case UNLABELLED -> "Label removed";
            case STARRED -> "Starred";
            case UNSTARRED -> "Star removed";
            case RENAMED -> "Renamed";
            case MERGED -> "Merged";
            case INSTALLED -> "Installed";
            case UNINSTALLED -> "Uninstalled";
            case STARTED -> "Started";
            case STOP_REQUESTED -> "Stop asked for";
            case RESUMED -> "Resumed";
            case REPLAYED -> "Replayed";
            case ENDED -> "Ended";
            case DOWNLOADED -> "Downloaded";
            case EXPORTED -> "Exported";
            case SIGNED_IN -> "Signed in";
            case SIGNED_OUT -> "Signed out";
            case SIGN_IN_FAILED -> "Sign-in failed";
        };
    }

    static String words(ObjectKind kind) {
        return switch (kind) {
            case CONNECTION -> "Connection";
            case CONNECTION_TYPE -> "Connection type";
            case RUN -> "Run";
            case PROFILE -> "Profile";
            case PROFILE_PROPERTY -> "Profile property";
            case LABEL -> "Label";
            case CHANNEL -> "Channel";
            case OBJECTIVE -> "Objective";
            case PRIVACY_SETTINGS -> "Privacy settings";
            case VIEW -> "View";
            case SESSION -> "Session";
            case AUDIT_TRAIL -> "Audit";
        };
    }
}
