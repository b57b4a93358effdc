package io.connections.application.consent;

import io.connections.domain.consent.VisitorText;
import io.connections.domain.kernel.Version;
import java.time.Instant;

/// What visitors were shown of an objective from some moment on.
///
/// @param version of the objective that brought it
/// @param by the name of whoever saved that
public record ShownText(VisitorText text, Version version, Instant since, String by) {}
