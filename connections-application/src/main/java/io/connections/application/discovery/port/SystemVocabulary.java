package io.connections.application.discovery.port;

import io.connections.domain.discovery.Vocabulary;

/// The systems that the product knows. They are read once, at the start, so asking costs nothing
/// and any caller may.
public interface SystemVocabulary {
    Vocabulary vocabulary();
}
