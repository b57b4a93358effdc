package io.connections.application.run.request.port;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.run.request.HourlyTotal;
import io.connections.application.run.request.LogLine;
import io.connections.application.run.request.RatePoint;
import io.connections.application.run.request.RejectedRecord;
import io.connections.application.run.request.RunDetail;
import io.connections.application.run.request.RunSummary;
import io.connections.application.run.request.SourceFile;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalId;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what runs have written, on whichever replica they work. Called outside a unit of work.
public interface RunReadings {
    /// Newest first.
    Uni<Page<RunSummary>> ofConnection(ConnectionId connection, PageRequest page);

    /// The newest run of each; a connection that has never run is not in the answer.
    Uni<Map<ConnectionId, RunSummary>> lastOf(Collection<ConnectionId> connections);

    /// All runs, newest first.
    Uni<Page<RunSummary>> all(PageRequest page);

    /// Runs that have not ended, newest first.
    Uni<Page<RunSummary>> active(PageRequest page);

    /// Runs that have ended, newest first.
    Uni<Page<RunSummary>> ended(PageRequest page);

    /// Those hours from `from` on in which something happened, in their order.
    Uni<List<HourlyTotal>> hourlyTotals(Instant from);

    Uni<Optional<RunDetail>> find(RunId run);

    /// How fast records were committed over the run's time, in steps of equal length.
    Uni<List<RatePoint>> rate(RunId run, int maxPoints);

    /// In the order of writing.
    Uni<Page<LogLine>> log(RunId run, PageRequest page);

    /// The profiles that the run met last, latest first.
    Uni<List<Touched>> lastTouched(RunId run, int limit);

    /// In the order of the source.
    ///
    /// @param goal absent: of all goals
    Uni<Page<RejectedRecord>> rejected(RunId run, Optional<GoalId> goal, PageRequest page);

    /// Which of these files a run of the goal has read to the end, unchanged since.
    Uni<Set<SourceFile>> finished(ConnectionId connection, GoalId goal, List<SourceFile> files);

    /// @param profile absent: deleted since
    record Touched(ProfileId id, Disposition disposition, Instant at, Optional<Profile> profile) {}
}
