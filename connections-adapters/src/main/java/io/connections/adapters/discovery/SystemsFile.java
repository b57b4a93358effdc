package io.connections.adapters.discovery;

import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.discovery.KnownSystem;
import io.connections.domain.discovery.ScriptAddress;
import io.connections.domain.discovery.SystemId;
import io.connections.domain.discovery.Universal;
import io.connections.domain.discovery.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file as its schema allows it.
record SystemsFile(List<UniversalEntry> universal, List<SystemEntry> systems) {
    record UniversalEntry(String type, String how) {}

    record SystemEntry(
            String id,
            String name,
            String vendor,
            String category,
            @Nullable String type,
            @Nullable List<String> scripts) {
        KnownSystem system() {
            return new KnownSystem(
                    new SystemId(id),
                    name,
                    vendor,
                    category,
                    Objects.requireNonNullElse(scripts, List.<String>of()).stream()
                            .map(ScriptAddress::of)
                            .toList(),
                    Optional.ofNullable(type).map(ConnectionTypeId::new));
        }
    }

    Vocabulary vocabulary() {
        return new Vocabulary(
                systems.stream()
                        .map(SystemEntry::system)
                        .sorted(
                                Comparator.comparing(
                                        KnownSystem::name, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                universal.stream()
                        .map(
                                entry ->
                                        new Universal(
                                                new ConnectionTypeId(entry.type()), entry.how()))
                        .toList());
    }
}
