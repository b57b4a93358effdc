package io.connections.api.run;

import io.connections.application.run.request.RunDetail;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.RequestScoped;

/// What this request streams of a run, found by [StreamCheck] before the stream begins, so that the
/// run is asked for once.
@RequestScoped
class WatchedRun {
    private Multi<RunDetail> states = Multi.createFrom().empty();

    void is(Multi<RunDetail> found) {
        states = found;
    }

    Multi<RunDetail> states() {
        return states;
    }
}
