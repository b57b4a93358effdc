package io.connections.api.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.application.kernel.Page;
import io.connections.application.profile.GetProfileHistory;
import io.connections.application.profile.ProfileEvent;
import io.connections.domain.connection.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that was done to a profile, or that a run did not do to it.
///
/// @param run absent: not by a run
/// @param page the connection that the website tag ran; absent: not by one
/// @param by the person or program; absent: by a run, or nobody knows any more
/// @param before what stood in the properties that changed; none where only consent changed, and
///     where it was forgotten because the profile is deleted
@Schema(name = "ProfileEvent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileEventResponse(
        Instant at,
        Kind kind,
        @Nullable RunRecord run,
        @Nullable OnPage page,
        @Nullable String by,
        List<Former> before) {

    /// `UNCHANGED`: a record met the profile and found it as it wants it. `HELD_BACK`: the person
    /// has not consented to what the connection needs consent for, or has refused it. `CLEARED`:
    /// the person refused what alone justified the values; `by` names the objectives, and `before`
    /// the properties without what stood there.
    @Schema(name = "ProfileEventKind")
    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED,
        HELD_BACK,
        CLEARED,
        ERASED;

        static Kind of(ProfileEvent.Kind kind) {
            return switch (kind) {
                case CREATED -> CREATED;
                case UPDATED -> UPDATED;
                case UNCHANGED -> UNCHANGED;
                case HELD_BACK -> HELD_BACK;
                case CLEARED -> CLEARED;
                case ERASED -> ERASED;
            };
        }
    }

    /// @param number of the run, from 1 within its connection
    /// @param record from 1 within the goal, across its files
    @Schema(name = "ProfileEventRun")
    public record RunRecord(
            UUID id,
            int number,
            UUID connectionId,
            String connectionName,
            String goal,
            long record) {}

    /// @param connectionName as it was then
    @Schema(name = "ProfileEventPageConnection")
    public record OnPage(UUID connectionId, String connectionName) {}

    /// @param values empty where nothing stood
    @Schema(name = "FormerValues")
    public record Former(String property, List<String> values) {}

    static ProfileEventResponse of(GetProfileHistory.Entry entry) {
        ProfileEvent event = entry.event();
        return new ProfileEventResponse(
                event.at(),
                Kind.of(event.kind()),
                event.by() instanceof ProfileEvent.By.ARun run ? record(run) : null,
                event.by() instanceof ProfileEvent.By.OnPage(ConnectionId connection, String name)
                        ? new OnPage(connection.value(), name)
                        : null,
                event.by() instanceof ProfileEvent.By.SomeoneNamed(String name) ? name : null,
                entry.before().stream()
                        .map(each -> new Former(each.property().value(), each.values()))
                        .toList());
    }

    private static RunRecord record(ProfileEvent.By.ARun run) {
        return new RunRecord(
                run.run().value(),
                run.number(),
                run.connection().value(),
                run.connectionName(),
                run.goal(),
                run.record());
    }

    @Schema(name = "ProfileEventPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<ProfileEventResponse> items, @Nullable String next) {
        static Items of(Page<GetProfileHistory.Entry> page, Paging paging) {
            return new Items(
                    page.items().stream().map(ProfileEventResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
