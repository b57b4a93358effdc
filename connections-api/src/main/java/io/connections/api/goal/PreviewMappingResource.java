package io.connections.api.goal;

import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.goal.PreviewMapping;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.InputRecord;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/connections/{id}/mapping-preview")
@Tag(name = "Connections")
public class PreviewMappingResource {
    private final ActorProvider actors;
    private final GoalApiMapper goals;
    private final PreviewMapping previewMapping;

    PreviewMappingResource(
            ActorProvider actors, GoalApiMapper goals, PreviewMapping previewMapping) {
        this.actors = actors;
        this.goals = goals;
        this.previewMapping = previewMapping;
    }

    /// @param objectives ids of those that the connection would be linked to; absent: as saved
    @Schema(
            name = "PreviewMappingRequest",
            requiredProperties = {"goal", "records"})
    public record Request(
            @Nullable GoalJson goal,
            @Nullable List<@Nullable String> objectives,
            @Nullable List<@Nullable GivenRecord> records) {}

    @Schema(
            name = "PreviewedSourceRecord",
            requiredProperties = {"number", "line", "values"})
    public record GivenRecord(
            @Nullable Long number,
            @Nullable Long line,
            @Nullable Map<String, @Nullable List<@Nullable String>> values) {}

    @POST
    @Operation(
            operationId = "previewMapping",
            summary = "What a goal would do to these records",
            description =
                    "They are decided as a run's next chunk would be, against the profiles as they"
                            + " are now, 200 at most. Nothing is written.")
    public Uni<MappingPreviewResponse> previewMapping(
            @PathParam("id") String id, @Nullable Request request) {
        return actors.current()
                .chain(
                        actor -> {
                            if (request == null || request.goal() == null) {
                                throw RequestInvalid.at("/goal", "required", "Send the goal.");
                            }
                            return previewMapping.handle(
                                    new PreviewMapping.Query(
                                            PathIds.connection(id),
                                            goals.importGoal(request.goal(), "/goal"),
                                            Optional.ofNullable(request.objectives())
                                                    .map(PreviewMappingResource::objectives),
                                            records(request.records()),
                                            actor));
                        })
                .map(MappingPreviewResponse::of);
    }

    private static List<ObjectiveId> objectives(List<@Nullable String> ids) {
        List<Violation> unreadable = new ArrayList<>();
        List<ObjectiveId> read = ObjectiveIds.read(ids, unreadable);
        if (!unreadable.isEmpty()) {
            throw new RequestInvalid(unreadable);
        }
        return read;
    }

    private static List<InputRecord> records(@Nullable List<@Nullable GivenRecord> given) {
        List<InputRecord> records = new ArrayList<>();
        for (GivenRecord record : Objects.requireNonNullElse(given, List.<GivenRecord>of())) {
            if (record == null || record.number() == null || record.line() == null) {
                throw RequestInvalid.at(
                        "/records/" + records.size(),
                        "required",
                        "A record has a number, a line and values.");
            }
            records.add(new Given(record.number(), record.line(), fields(record)));
        }
        return records;
    }

    private static Map<String, List<String>> fields(GivenRecord record) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (record.values() != null) {
            record.values()
                    .forEach(
                            (field, values) -> {
                                if (values != null && !values.isEmpty()) {
                                    fields.put(
                                            field,
                                            values.stream()
                                                    .filter(Objects::nonNull)
                                                    .map(Objects::requireNonNull)
                                                    .toList());
                                }
                            });
        }
        return fields;
    }

    private record Given(long number, long line, Map<String, List<String>> fields)
            implements InputRecord {
        @Override
        public List<String> values(String field) {
            return fields.getOrDefault(field, List.of());
        }

        @Override
        public String raw() {
            return "";
        }
    }
}
