package io.connections.application.discovery;

import io.connections.application.discovery.port.SystemVocabulary;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.discovery.KnownSystem;
import io.connections.domain.discovery.Vocabulary;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// The systems to choose from.
@Singleton
public final class ListSystems {
    /// @param search part of name, vendor or category; empty finds all
    /// @param category empty: all
    public record Query(String search, String category, Actor actor) {}

    /// @param systems by name
    /// @param categories all that there are, whatever was searched for
    public record Listed(List<KnownSystem> systems, List<String> categories) {}

    private final SystemVocabulary known;

    ListSystems(SystemVocabulary known) {
        this.known = known;
    }

    public Uni<Listed> handle(Query query) {
        return Uni.createFrom()
                .item(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            Vocabulary vocabulary = known.vocabulary();
                            return new Listed(
                                    vocabulary.search(query.search(), query.category()),
                                    vocabulary.categories());
                        });
    }
}
