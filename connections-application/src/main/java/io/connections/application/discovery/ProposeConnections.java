package io.connections.application.discovery;

import io.connections.application.catalog.Installation;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.catalog.port.InstalledTypes;
import io.connections.application.discovery.port.SystemVocabulary;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.discovery.Advice;
import io.connections.domain.discovery.Freshness;
import io.connections.domain.discovery.KnownSystem;
import io.connections.domain.discovery.SystemId;
import io.connections.domain.discovery.Vocabulary;
import io.connections.domain.discovery.Wanted;
import io.connections.domain.discovery.Wish;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which types to make connections of, the best first, and why. Only shipped ones are proposed.
@Singleton
public final class ProposeConnections {
    /// Systems of either sort.
    public static final int MAX_SYSTEMS = 200;

    public static final int MAX_NAME = 60;

    /// @param others systems that are not among the known ones, by name
    /// @param freshness absent: nothing was chosen
    public record Query(
            List<SystemId> systems,
            List<String> others,
            Set<Wish> wishes,
            Optional<Freshness> freshness,
            Actor actor) {
        public Query {
            systems = List.copyOf(systems);
            others = List.copyOf(others);
            wishes = Set.copyOf(wishes);
        }
    }

    /// @param installations of the proposed types that are installed
    public record Proposed(Advice advice, Map<ConnectionTypeId, Installation> installations) {
        public Proposed {
            installations = Map.copyOf(installations);
        }
    }

    private final UnitOfWork unitOfWork;
    private final SystemVocabulary known;
    private final ConnectionTypes types;
    private final InstalledTypes installed;

    ProposeConnections(
            UnitOfWork unitOfWork,
            SystemVocabulary known,
            ConnectionTypes types,
            InstalledTypes installed) {
        this.unitOfWork = unitOfWork;
        this.known = known;
        this.types = types;
        this.installed = installed;
    }

    public Uni<Proposed> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    Vocabulary vocabulary = known.vocabulary();
                    Wanted wanted = wanted(query, vocabulary);
                    return installed
                            .all()
                            .map(
                                    installations ->
                                            new Proposed(
                                                    Advice.of(wanted, vocabulary, types.list()),
                                                    installations));
                });
    }

    private static Wanted wanted(Query query, Vocabulary vocabulary) {
        List<Violation> violations = new ArrayList<>();
        Map<SystemId, KnownSystem> systems = new LinkedHashMap<>();
        for (int i = 0; i < query.systems().size(); i++) {
            SystemId id = query.systems().get(i);
            Optional<KnownSystem> system = vocabulary.find(id);
            system.ifPresent(found -> systems.put(id, found));
            if (system.isEmpty()) {
                violations.add(
                        new Violation(
                                "/systems/" + i,
                                "not-an-option",
                                "There is no known system '%s'.".formatted(id.value())));
            }
        }
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 0; i < query.others().size(); i++) {
            String name = query.others().get(i).strip();
            if (name.isEmpty() || name.length() > MAX_NAME) {
                violations.add(
                        new Violation(
                                "/others/" + i,
                                name.isEmpty() ? "required" : "too-long",
                                "A system's name has 1 to %d characters.".formatted(MAX_NAME)));
            }
            vocabulary
                    .named(name)
                    .ifPresentOrElse(
                            found -> systems.put(found.id(), found),
                            () -> others.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        }
        if (query.systems().size() + query.others().size() > MAX_SYSTEMS) {
            violations.add(
                    new Violation(
                            "/systems",
                            "too-many",
                            "Choose at most %d systems.".formatted(MAX_SYSTEMS)));
        }
        if (query.systems().isEmpty() && query.others().isEmpty()) {
            violations.add(
                    new Violation(
                            "/systems",
                            "required",
                            "Choose at least one system that your company uses."));
        }
        if (query.wishes().isEmpty()) {
            violations.add(
                    new Violation(
                            "/wishes", "required", "Choose at least one thing that you want."));
        }
        if (query.freshness().isEmpty()) {
            violations.add(
                    new Violation(
                            "/freshness", "required", "Choose how fresh the data has to be."));
        }
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return new Wanted(
                List.copyOf(systems.values()),
                List.copyOf(others.values()),
                query.wishes(),
                query.freshness().orElseThrow());
    }
}
