package io.connections.application.run.request;

import io.connections.domain.goal.Disposition;
import io.connections.domain.profile.ProfileId;
import java.time.Instant;

/// A profile that a run met.
///
/// @param deleted since; then nobody knows its name any more
public record TouchedProfile(
        ProfileId profile, Disposition disposition, Instant at, String label, boolean deleted) {}
