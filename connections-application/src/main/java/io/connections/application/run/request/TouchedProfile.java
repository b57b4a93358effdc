package io.connections.application.run.request;

import io.connections.domain.goal.Disposition;
import io.connections.domain.profile.ProfileId;
import java.time.Instant;

/// A profile that a run met.
public record TouchedProfile(
        ProfileId profile, Disposition disposition, Instant at, String label) {}
