package io.connections.application.catalog;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.catalog.port.InstalledTypes;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the gallery shows, and the page of all guides.
@Singleton
public final class ListConnectionTypes {
    private static final int BEFORE = 60;
    private static final int BEHIND = 100;

    /// @param category empty: all
    /// @param search part of name, vendor, category, summary or guide; empty finds all
    public record Query(Which which, String category, String search, Actor actor) {}

    public enum Which {
        INSTALLED,
        NOT_INSTALLED,
        ALL
    }

    private final UnitOfWork unitOfWork;
    private final ConnectionTypes types;
    private final InstalledTypes installed;

    ListConnectionTypes(UnitOfWork unitOfWork, ConnectionTypes types, InstalledTypes installed) {
        this.unitOfWork = unitOfWork;
        this.types = types;
        this.installed = installed;
    }

    /// By name; those that the search finds in their guide alone come last.
    public Uni<List<GalleryType>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return installed.all().map(installations -> found(query, installations));
                });
    }

    private List<GalleryType> found(
            Query query, Map<ConnectionTypeId, Installation> installations) {
        String search = query.search().strip();
        List<ConnectionType> asked =
                types.list().stream()
                        .filter(
                                type ->
                                        isAsked(
                                                query.which(),
                                                installations.get(type.id()) != null))
                        .filter(
                                type ->
                                        query.category().isBlank()
                                                || type.category()
                                                        .equalsIgnoreCase(query.category().strip()))
                        .toList();
        Stream<GalleryType> byWords =
                asked.stream()
                        .filter(type -> saysIt(type, search))
                        .map(type -> shown(type, installations, Optional.empty()));
        Stream<GalleryType> byGuide =
                asked.stream()
                        .filter(type -> !saysIt(type, search))
                        .flatMap(
                                type ->
                                        inGuide(type, search).stream()
                                                .map(
                                                        place ->
                                                                shown(
                                                                        type,
                                                                        installations,
                                                                        Optional.of(place))));
        return Stream.concat(byWords, byGuide).toList();
    }

    private static boolean isAsked(Which which, boolean installed) {
        return switch (which) {
            case INSTALLED -> installed;
            case NOT_INSTALLED -> !installed;
            case ALL -> true;
        };
    }

    private static boolean saysIt(ConnectionType type, String search) {
        return Stream.of(type.name(), type.vendor(), type.category(), type.summary())
                .anyMatch(words -> placeOf(search, words) >= 0);
    }

    /// The words around the place.
    private Optional<String> inGuide(ConnectionType type, String search) {
        String guide = types.guide(type.id()).orElse("");
        int at = placeOf(search, guide);
        if (at < 0) {
            return Optional.empty();
        }
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(guide.length(), at + search.length() + BEHIND);
        String around =
                guide.substring(from, to)
                        .lines()
                        .map(ListConnectionTypes::withoutMarks)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" "));
        return Optional.of((from > 0 ? "… " : "") + around + (to < guide.length() ? " …" : ""));
    }

    /// A line of Markdown as plain words.
    private static String withoutMarks(String line) {
        return line.replace("#", "").replace("*", "").replace("`", "").replace("|", " ").strip();
    }

    private static int placeOf(String search, String text) {
        return text.toLowerCase(Locale.ROOT).indexOf(search.toLowerCase(Locale.ROOT));
    }

    private static GalleryType shown(
            ConnectionType type,
            Map<ConnectionTypeId, Installation> installations,
            Optional<String> place) {
        return new GalleryType(type, Optional.ofNullable(installations.get(type.id())), place);
    }
}
