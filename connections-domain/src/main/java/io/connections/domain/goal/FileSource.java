package io.connections.domain.goal;

import java.util.Optional;

/// Which files a goal reads and how they are laid out. An absent format is detected anew from each
/// file.
public record FileSource(FileSelection selection, Optional<FileFormat> format) {}
