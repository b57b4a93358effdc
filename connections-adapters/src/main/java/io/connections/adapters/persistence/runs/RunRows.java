package io.connections.adapters.persistence.runs;

/// What reading and writing of runs must agree on.
final class RunRows {
    private RunRows() {}

    /// Of the row `r`: it ended before its end, some goal has something to go on with, its files
    /// are the same, and no newer run has read since. Replays do not count: they read others.
    static final String RESUMABLE =
            """
            (r.state in ('STOPPED', 'FAILED')
              and exists (
                select 1 from run_goal where run_id = r.id and state <> 'FINISHED' and resumable)
              and not exists (
                select 1 from run_file where run_id = r.id and state = 'CHANGED')
              and not exists (
                select 1 from run newer where newer.connection_id = r.connection_id
                  and newer.number > r.number and newer.trigger <> 'REPLAY'))
            """;
}
