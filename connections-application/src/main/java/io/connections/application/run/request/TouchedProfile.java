package io.connections.application.run.request;

import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.Disposition;
import java.time.Instant;

/// A profile that a run met.
public record TouchedProfile(
        ProfileId profile, Disposition disposition, Instant at, String label) {}
