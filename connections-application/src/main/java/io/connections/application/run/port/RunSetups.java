package io.connections.application.run.port;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a run needs of its connection: read from the version that the run was made for, never from
/// what is newest.
public interface RunSetups {
    /// @throws SetupGone when the connection, its version or its type is no longer there
    RunSetup load(Run.Order order) throws SetupGone;

    interface RunSetup {
        /// By its id; empty when that version has no such goal.
        Optional<ImportGoal> goal(GoalId id);

        RunConsent consent();

        /// Signs in to the other system. A replay reads the mended file instead.
        RecordSource open(ImportGoal goal) throws ConnectorFailed;
    }

    /// How the run deals with consent: by the objectives of its version, and by what these and the
    /// privacy settings are when its work is taken up.
    ///
    /// @param objectives all that there are
    record RunConsent(ConsentGate gate, Set<ObjectiveId> objectives) {
        public RunConsent {
            objectives = Set.copyOf(objectives);
        }
    }

    /// The properties as they are now.
    List<StoredProperty> properties();

    /// @param multiValued whether any profile ever had two values of this identifier
    record StoredProperty(ProfileProperty property, boolean multiValued) {}

    final class SetupGone extends Exception {
        public SetupGone(String message) {
            super(message, null, false, false);
        }
    }
}
