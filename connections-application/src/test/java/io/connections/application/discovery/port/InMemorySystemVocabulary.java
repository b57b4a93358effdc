package io.connections.application.discovery.port;

import io.connections.domain.discovery.DiscoveryFixtures;
import io.connections.domain.discovery.Vocabulary;

/// Four systems: `Shop Mail` has a type, `Heatmap`, `Statistics` and `Tags` have none.
public final class InMemorySystemVocabulary implements SystemVocabulary {
    @Override
    public Vocabulary vocabulary() {
        return DiscoveryFixtures.VOCABULARY;
    }
}
