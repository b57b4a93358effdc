package io.connections.api.audit;

import io.connections.api.kernel.CsvField;
import io.connections.application.audit.RecordedEvent;
import io.connections.domain.access.Actor;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The export (RFC 4180), in UTF-8. It is made for spreadsheets, and strangers write what stands in
/// it.
final class AuditCsv {
    static final String HEADER =
            "at,actor,actor_id,actor_kind,address,client,action,object_kind,object_id,object_name,"
                    + "changes\r\n";

    private AuditCsv() {}

    static String row(RecordedEvent recorded) {
        AuditEvent event = recorded.event();
        Actor by = event.by();
        Subject subject = event.subject();
        return Stream.of(
                        recorded.at().toString(),
                        by.name(),
                        by.id(),
                        by.kind().name(),
                        by.origin().address(),
                        by.origin().client(),
                        event.action().word(),
                        subject.kind().word(),
                        subject.id().orElse(""),
                        subject.name(),
                        event.changes().stream()
                                .map(AuditCsv::said)
                                .collect(Collectors.joining("\n")))
                .map(CsvField::harmless)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String said(Change change) {
        return switch (change) {
            case Change.Shown(String what, Optional<String> before, Optional<String> after) ->
                    "%s: %s → %s".formatted(what, before.orElse("–"), after.orElse("–"));
            case Change.OfSecret(String what) -> what + ": changed";
        };
    }
}
