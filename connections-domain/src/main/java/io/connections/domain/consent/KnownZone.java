package io.connections.domain.consent;

/// A legislation that this product knows.
///
/// @param name as people call the law
/// @param place where it holds
/// @param usual what the law asks for before profiles are used for advertising or passed on: opt-in
///     wherever it wants consent first
public record KnownZone(Zone zone, String name, String place, Regime usual) {}
