package io.connections.domain.run;

import java.util.Optional;

/// Why a run or a goal of it failed.
///
/// @param code stable, in kebab case: `file-changed`, `sign-in-refused`
/// @param message what is wrong, in a person's words
/// @param remedy what to do about it
/// @param technical what the other system or library said, for those who look deeper
public record RunProblem(String code, String message, String remedy, Optional<String> technical) {}
